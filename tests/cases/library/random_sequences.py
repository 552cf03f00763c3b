import random

for seed in (42, 0, -7, 2**70, "text", b"bytes", 1.5):
    draw = random.Random(seed)
    print(seed, draw.random(), draw.randint(1, 100), draw.randrange(0, 1000, 7), draw.choice("abcdef"), draw.getrandbits(70))
    print(draw.choices("abc", weights=[1, 2, 3], k=6), draw.sample(range(100), 5), draw.uniform(1, 5), draw.gauss(0, 1))
    print(draw.normalvariate(1, 2), draw.expovariate(1.5), draw.gammavariate(2, 3), draw.betavariate(2, 3))
    print(draw.triangular(0, 10, 3), draw.lognormvariate(0, 1), draw.vonmisesvariate(1, 2), draw.paretovariate(3))
    print(draw.weibullvariate(1, 2), draw.binomialvariate(10, 0.3), draw.randbytes(6))
    deck = list(range(10))
    draw.shuffle(deck)
    state = draw.getstate()
    print(deck, draw.random() == (draw.setstate(state), draw.random())[1], state[0], len(state[1]), state[1][-1])
random.seed(42)
print([random.random() for _ in range(3)], random.randint(1, 6), random.choice([1, 2, 3]))
for bad in (lambda: random.choice([]), lambda: random.sample([1], 2), lambda: random.getrandbits(-1), lambda: random.seed([1])):
    try:
        bad()
    except Exception as error:
        print(type(error).__name__, str(error).splitlines()[0])
