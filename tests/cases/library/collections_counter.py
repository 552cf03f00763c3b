# Counter: counting, arithmetic, ranking.
from collections import Counter

c = Counter("mississippi")
print(c, c["s"], c["zz"], c.most_common(2), c.total(), sum(c.values()), len(c))
print(sorted(c.elements()), list(Counter(a=2, b=0, c=-1).elements()), "zz" in c, c.most_common()[-1])
c.update("sip")
c.subtract({"i": 2, "x": 1})
print(c, +c, -c)
a, b = Counter(a=3, b=1), Counter(a=1, b=2, c=5)
print(a + b, a - b, a & b, a | b, a == Counter("aaab"), a <= b, Counter(a=1) < a, a != b)
print(Counter(), Counter([1, 1.0, True]), dict(a), Counter({"x": 2.5}) + Counter({"x": 0.5}), bool(Counter()))
del a["nothing"]
a["a"] += 10
print(a, a.pop("b"), a.get("q", 0), a.copy() is a, Counter("ab").keys() & Counter("bc").keys())
text = "the cat and the hat and the bat"
for word, n in sorted(Counter(text.split()).items(), key=lambda p: (-p[1], p[0])):
    print(f"{word:<4}{'#' * n}")
print(Counter(len(w) for w in text.split()), Counter(map(str.isdigit, "a1b22")))


def anagram(x, y):
    return Counter(x.replace(" ", "").lower()) == Counter(y.replace(" ", "").lower())


print(anagram("Dormitory", "dirty room"), anagram("a", "b"))
try:
    Counter.fromkeys("ab", 1)
except NotImplementedError as e:
    print(e)
Counter("abracadabra").most_common(3)
