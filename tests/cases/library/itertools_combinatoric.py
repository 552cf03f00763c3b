# Products, permutations, combinations.
from itertools import product, permutations, combinations, combinations_with_replacement

print(list(product("ab", [1, 2])), list(product([0, 1], repeat=2)), list(product()), list(product("a", [])))
print(list(permutations("abc", 2)), len(list(permutations(range(5)))), list(permutations([1], 2)), list(permutations([])))
print(list(combinations("abcd", 2)), list(combinations([1, 2], 3)), list(combinations([1, 2], 0)))
print(list(combinations_with_replacement("ab", 2)), sum(1 for _ in combinations(range(10), 4)))
print(["".join(p) for p in permutations("ABA") if p[0] == "A"])


def solve():
    for s, e, n, d in permutations(range(10), 4):
        if s and n and 100 * s + 10 * e + n == 7 * (10 * d + e) + 5:
            yield s, e, n, d


print(list(solve())[:3], len(list(solve())))
coins = [1, 2, 5, 10]
print(min((c for k in range(1, 5) for c in combinations_with_replacement(coins, k) if sum(c) == 13), key=len))
weights = {"a": 3, "b": 4, "c": 2, "d": 5}
best = max(
    (set_ for r in range(5) for set_ in combinations(sorted(weights), r) if sum(map(weights.get, set_)) <= 9),
    key=lambda names: (sum(map(weights.get, names)), len(names)),
)
print(best)
for call in ("combinations([1], -1)", "product([1], repeat=-1)", "permutations(3)"):
    try:
        print(eval(call))
    except (ValueError, TypeError) as e:
        print(type(e).__name__, e)
len(list(product(range(3), repeat=4)))
