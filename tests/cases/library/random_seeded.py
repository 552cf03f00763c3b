# The Mersenne Twister gives the same numbers as CPython for a seed.
import random

random.seed(42)
print(random.random(), random.random())
print([random.randint(1, 6) for _ in range(10)])
print(random.randrange(0, 100, 5), random.randrange(10**30), random.getrandbits(70))
print(random.uniform(-1, 1), random.triangular(0, 10, 3))
print(random.choice("abcdef"), random.choices(["red", "black", "green"], [18, 18, 2], k=6))
deck = list(range(10))
random.shuffle(deck)
print(deck, random.sample(range(1000), 5), random.sample(["a", "b"], k=3, counts=[2, 2]))
print(random.gauss(0, 1), random.normalvariate(10, 2), random.expovariate(0.5))
print(random.betavariate(2, 3), random.gammavariate(2, 1), random.lognormvariate(0, 0.25))
print(random.paretovariate(3), random.weibullvariate(1, 1.5), random.vonmisesvariate(0, 4))
print(random.binomialvariate(10, 0.3), random.randbytes(5).hex())
for seed in ("text", b"bytes", 1.5, -3, 2**100, 0):
    print(repr(seed)[:12], random.Random(seed).random())
for call in ("random.choice([])", "random.randint(5, 1)", "random.sample([1], 2)", "random.choices([1], [0])"):
    try:
        print(eval(call))
    except (IndexError, ValueError) as e:
        print(call, "->", type(e).__name__)
random.Random(7).randint(1, 10**6)
