# chain, groupby, pairwise, batched, tee, zip_longest, starmap.
from itertools import chain, groupby, pairwise, batched, tee, zip_longest, starmap

print(list(chain([1], "ab", (2,))), list(chain.from_iterable([[1, 2], [], [3]])), list(chain()))
print([(k, len(list(g))) for k, g in groupby("aaabbca")], [(k, list(g)) for k, g in groupby([1, 3, 2, 4], lambda n: n % 2)])
words = ["apple", "bob", "cat", "avocado", "bee"]
print({k: list(g) for k, g in groupby(sorted(words), key=lambda w: w[0])})
print(list(pairwise([1, 4, 9])), list(pairwise([1])), [b - a for a, b in pairwise([1, 4, 9, 16])])
print(list(batched("ABCDEFG", 3)), list(batched([], 2)))
a, b = tee(iter(range(4)))
next(b)
print(list(zip(a, b)), list(b))
print(list(zip_longest("abc", [1], fillvalue="-")), list(zip_longest()), list(starmap(pow, [(2, 5), (3, 2)])))
print(list(zip(*[iter("abcdef")] * 2)), list(zip(*[(1, "a"), (2, "b")])))
runs = "".join(f"{len(list(g))}{k}" for k, g in groupby("WWWBBW"))
print(runs, "".join(c * int(n) for n, c in batched(runs, 2)))
groups = groupby("aab")
k1, g1 = next(groups)
next(groups)
print(k1, list(g1))
for call in ("list(batched('abc', 2, strict=True))", "batched('a', 0)", "list(zip([1], [1, 2], strict=True))", "tee([], -1)"):
    try:
        print(eval(call))
    except ValueError as e:
        print(e)
list(chain.from_iterable(zip("ace", "bdf")))
