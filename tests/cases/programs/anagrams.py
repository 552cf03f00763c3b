# Groups anagrams, finds words inside letters, and checks palindromes.
from collections import Counter, defaultdict

WORDS = """
listen silent enlist google elgoog inlets banana tinsel gallery regally largely
angered enraged derange cat act tac dog god stone notes onset tones seton
""".split()


def signature(word):
    return "".join(sorted(word))


groups = defaultdict(list)
for word in WORDS:
    groups[signature(word)].append(word)
families = sorted((sorted(group) for group in groups.values() if len(group) > 1), key=lambda g: (-len(g), g))
for family in families:
    print(f"{len(family)}: {' '.join(family)}")
print("alone:", [group[0] for group in groups.values() if len(group) == 1])


def can_build(word, letters):
    return not Counter(word) - Counter(letters)


letters = "gnitesdol"
possible = sorted((w for w in WORDS if can_build(w, letters)), key=lambda w: (-len(w), w))
print(f"from {letters}: {possible}")


def missing(word, letters):
    return dict(sorted((Counter(word) - Counter(letters)).items()))


print("missing for banana:", missing("banana", "bean"))


def is_anagram(a, b):
    clean = lambda s: Counter(c for c in s.casefold() if c.isalpha())
    return clean(a) == clean(b) and a.casefold() != b.casefold()


for a, b in [("Dormitory", "Dirty room"), ("The eyes", "They see"), ("Hello", "World"), ("Same", "same")]:
    print(f"{a} / {b}: {is_anagram(a, b)}")


def is_palindrome(text):
    text = [c for c in text.casefold() if c.isalnum()]
    return text == text[::-1]


def longest_palindrome(text):
    best = ""
    for centre in range(len(text)):
        for low, high in ((centre, centre), (centre, centre + 1)):
            while low >= 0 and high < len(text) and text[low] == text[high]:
                low, high = low - 1, high + 1
            best = max(best, text[low + 1 : high], key=len)
    return best


for text in ("A man, a plan, a canal: Panama!", "Not a palindrome", "", "Été"):
    print(f"{text!r}: {is_palindrome(text)}")
print([longest_palindrome(w) for w in ("bananas", "forgeeksskeegfor", "abc")])
steps = lambda a, b: sum((Counter(a) - Counter(b)).values())
print("letters to change:", steps("angered", "gallery"))
families[0]
