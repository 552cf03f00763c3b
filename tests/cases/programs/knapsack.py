# The 0/1 knapsack by dynamic programming, with the chosen items traced back.
from functools import lru_cache

ITEMS = [
    ("tent", 11, 20),
    ("stove", 4, 9),
    ("rope", 3, 4),
    ("water", 8, 15),
    ("map", 1, 6),
    ("lamp", 2, 5),
    ("food", 7, 14),
    ("camera", 5, 7),
]


def knapsack(items, capacity):
    n = len(items)
    best = [[0] * (capacity + 1) for _ in range(n + 1)]
    for i, (_, weight, value) in enumerate(items, 1):
        for c in range(capacity + 1):
            best[i][c] = best[i - 1][c]
            if weight <= c:
                best[i][c] = max(best[i][c], best[i - 1][c - weight] + value)
    chosen, c = [], capacity
    for i in range(n, 0, -1):
        if best[i][c] != best[i - 1][c]:
            name, weight, _ = items[i - 1]
            chosen.append(name)
            c -= weight
    return best[n][capacity], chosen[::-1]


@lru_cache(maxsize=None)
def recursive(i, capacity):
    if i == len(ITEMS):
        return 0
    _, weight, value = ITEMS[i]
    skip = recursive(i + 1, capacity)
    if weight > capacity:
        return skip
    return max(skip, value + recursive(i + 1, capacity - weight))


weights = {name: weight for name, weight, _ in ITEMS}
for capacity in (0, 5, 10, 20, 30, 100):
    value, chosen = knapsack(ITEMS, capacity)
    load = sum(weights[name] for name in chosen)
    assert value == recursive(0, capacity)
    print(f"capacity {capacity:>3}: value {value:>3}, load {load:>3}: {', '.join(chosen) or '-'}")

info = recursive.cache_info()
print("cached states:", info.currsize)
knapsack(ITEMS, 20)
