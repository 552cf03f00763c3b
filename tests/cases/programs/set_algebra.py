# Set algebra on survey answers: unions, Venn regions, Jaccard similarity and closures.
from itertools import combinations

LIKES = {
    "ann": {"tea", "jazz", "chess", "hiking"},
    "bob": {"coffee", "chess", "hiking", "films"},
    "cyd": {"tea", "films", "jazz", "chess"},
    "dee": {"golf"},
}


def show(items):
    return "{" + ", ".join(sorted(map(str, items))) + "}"


everything = set().union(*LIKES.values())
shared = set.intersection(*(LIKES[name] for name in ("ann", "bob", "cyd")))
print("all:", show(everything))
print("shared by three:", show(shared))
print("ann not bob:", show(LIKES["ann"] - LIKES["bob"]))
print("ann xor cyd:", show(LIKES["ann"] ^ LIKES["cyd"]))
for name, likes in LIKES.items():
    others = set().union(*(LIKES[other] for other in LIKES if other != name))
    print(f"only {name}: {sorted(likes - others)}")

print("\nregions of the diagram")
for size in range(3, 0, -1):
    for group in combinations(("ann", "bob", "cyd"), size):
        inside = set.intersection(*(LIKES[name] for name in group))
        outside = set().union(*(LIKES[name] for name in ("ann", "bob", "cyd") if name not in group))
        if inside - outside:
            print(f"  only {' & '.join(group):<18} {show(inside - outside)}")


def jaccard(a, b):
    return len(a & b) / len(a | b)


print("\n" + " " * 5 + "".join(f"{name:>6}" for name in LIKES))
for name, likes in LIKES.items():
    print(f"{name:<5}" + "".join(f"{jaccard(likes, other):>6.2f}" for other in LIKES.values()))
closest = max(combinations(sorted(LIKES), 2), key=lambda pair: jaccard(LIKES[pair[0]], LIKES[pair[1]]))
print("closest pair:", closest)

print({1, 2} <= {1, 2, 3}, {1, 2} < {1, 2}, {1} >= set(), {1, 2}.isdisjoint({3}), frozenset("ab") == set("ba"))
edits = {1, 2, 3, 4}
edits |= {9}
edits &= {2, 3, 4, 9}
edits -= {3}
edits ^= {4, 5}
edits.discard(100)
print(sorted(edits))


def closure(pairs):
    while True:
        extra = {(a, d) for a, b in pairs for c, d in pairs if b == c} - pairs
        if not extra:
            return pairs
        pairs |= extra


print("closure:", sorted(closure({(1, 2), (2, 3), (3, 4)})))
laws = all(
    u - (a | b) == (u - a) & (u - b) and a & (b | c) == (a & b) | (a & c)
    for u in [everything]
    for a in LIKES.values()
    for b in LIKES.values()
    for c in LIKES.values()
)
laws, len({frozenset(s) for s in ([1, 2], [2, 1], [3])})
