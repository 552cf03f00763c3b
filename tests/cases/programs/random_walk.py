# A seeded random walk: path, distances, gambler's ruin and a histogram of end points.
import random
from collections import Counter
from itertools import accumulate


def walk(steps, rng):
    return list(accumulate((rng.choice((-1, 1)) for _ in range(steps)), initial=0))


def walk2d(steps, rng):
    x = y = 0
    seen = {(0, 0)}
    for _ in range(steps):
        dx, dy = rng.choice([(0, 1), (0, -1), (1, 0), (-1, 0)])
        x, y = x + dx, y + dy
        seen.add((x, y))
    return (x, y), seen


def ruin(stake, goal, chance, rng):
    rounds = 0
    while 0 < stake < goal:
        stake += 1 if rng.random() < chance else -1
        rounds += 1
    return stake == goal, rounds


rng = random.Random(99)
path = walk(40, rng)
for level in range(max(path), min(path) - 1, -1):
    print(f"{level:>3} " + "".join("*" if p == level else "-" if level == 0 else " " for p in path).rstrip())

ends = Counter(walk(10, rng)[-1] for _ in range(300))
print("\nend points of 300 walks of 10 steps")
for end in range(-10, 11, 2):
    print(f"{end:>4} {ends[end]:>3} {'#' * (ends[end] // 3)}")
mean_square = sum(e * e * n for e, n in ends.items()) / 300
print(f"mean squared distance {mean_square:.3f}, theory 10")

end, seen = walk2d(150, rng)
xs, ys = [x for x, _ in seen], [y for _, y in seen]
print(f"\n2d walk ends at {end} having seen {len(seen)} cells")
for y in range(max(ys), min(ys) - 1, -1):
    print("".join("E" if (x, y) == end else "S" if (x, y) == (0, 0) else "o" if (x, y) in seen else "."
                  for x in range(min(xs), max(xs) + 1)))

wins, lengths = 0, []
for _ in range(80):
    won, rounds = ruin(5, 10, 0.5, rng)
    wins += won
    lengths.append(rounds)
print(f"\ngambler wins {wins}/80, mean length {sum(lengths) / 80:.2f}, theory 25")

state = rng.getstate()
again = [rng.randint(1, 1000) for _ in range(5)]
rng.setstate(state)
assert again == [rng.randint(1, 1000) for _ in range(5)]
print("normal:", [round(rng.gauss(0, 1), 6) for _ in range(3)], "triangular:", round(rng.triangular(0, 10, 3), 6))
again
