# Estimates pi and the odds of two dice with a seeded generator.
import math
import random
from collections import Counter


def estimate_pi(samples, rng):
    inside = 0
    for _ in range(samples):
        x, y = rng.random(), rng.random()
        inside += x * x + y * y <= 1.0
    return 4 * inside / samples


rng = random.Random(42)
for samples in (10, 100, 1000, 5000):
    pi = estimate_pi(samples, rng)
    print(f"{samples:>6} samples: pi is about {pi:.4f}, off by {abs(pi - math.pi):.4f}")

random.seed(7)
throws = Counter(random.randint(1, 6) + random.randint(1, 6) for _ in range(3600))
print("\n sum  seen  expected")
for total in range(2, 13):
    expected = 3600 * (6 - abs(7 - total)) / 36
    print(f"{total:>4} {throws[total]:>5} {expected:>9.0f}  {'*' * (throws[total] // 20)}")

random.seed("a string seed")
print("\npicks:", random.choice("abcdef"), random.randrange(0, 100, 5), random.sample(range(50), 5))
deck = list(range(10))
random.shuffle(deck)
print("shuffled:", deck)
print("uniform:", [round(random.uniform(-1, 1), 6) for _ in range(4)])
print("weighted:", "".join(random.choices("abc", weights=[5, 3, 1], k=20)))
print("bits:", random.getrandbits(70))

random.seed(2024)
[random.random() for _ in range(3)]
