# Word frequencies, sentence statistics and a concordance of a short text.
import re
from collections import Counter, defaultdict

TEXT = """
It was the best of times, it was the worst of times, it was the age of wisdom,
it was the age of foolishness. We had everything before us; we had nothing before
us! Were we all going direct to Heaven? We didn't know: it's a well-known tale.
"""
STOP = set("it was the of we had to a us all were".split())

words = re.findall(r"[a-z]+(?:['-][a-z]+)*", TEXT.lower())
counts = Counter(words)
print(f"{len(words)} words, {len(counts)} distinct, {sum(map(len, words)) / len(words):.2f} letters each")

print("\nmost common")
for word, n in sorted(counts.items(), key=lambda item: (-item[1], item[0]))[:5]:
    print(f"  {word:<6}{n:>3}  {n / len(words):6.1%}")

content = Counter({word: n for word, n in counts.items() if word not in STOP})
print("content words:", content.most_common(3))

sentences = [s.strip() for s in re.split(r"(?<=[.!?])\s+", TEXT.strip())]
for number, sentence in enumerate(sentences, 1):
    size = len(sentence.split())
    print(f"  {number}. {size:>2} words, ends with {sentence[-1]!r}: {sentence.split()[0]}...")

by_length = defaultdict(set)
for word in words:
    by_length[len(word)].add(word)
for length in sorted(by_length, reverse=True)[:4]:
    print(f"  {length:>2} letters: {', '.join(sorted(by_length[length]))}")


def concordance(word, width=14):
    for match in re.finditer(rf"\b{word}\b", TEXT.replace("\n", " "), re.IGNORECASE):
        text = TEXT.replace("\n", " ")
        left, right = text[: match.start()][-width:], text[match.end() :][:width]
        yield f"{left:>{width}} [{match.group()}] {right}"


print("\nconcordance of 'age' and 'had'")
for word in ("age", "had"):
    for entry in concordance(word):
        print(" ", entry.rstrip())

bigrams = Counter(zip(words, words[1:]))
counts["was"], bigrams.most_common(2)
