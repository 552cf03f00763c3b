# Independent generators, saved state, Monte Carlo.
import random

rng = random.Random(123)
state = rng.getstate()
first = [rng.random() for _ in range(3)]
rng.setstate(state)
print(first == [rng.random() for _ in range(3)], first[0])
print(state[0], len(state[1]), state[2])
a, b = random.Random(1), random.Random(1)
print([a.randint(0, 9) for _ in range(5)] == [b.randint(0, 9) for _ in range(5)])

rng.seed(2024)
inside = sum(rng.random() ** 2 + rng.random() ** 2 <= 1 for _ in range(2000))
print("pi ~", 4 * inside / 2000)
walk, position = [], 0
for _ in range(20):
    position += rng.choice((-1, 1))
    walk.append(position)
print(walk)
print("".join(rng.choices("ACGT", k=24)))
weights = {"gold": 1, "silver": 3, "bronze": 6}
draws = rng.choices(list(weights), weights=weights.values(), k=500)
print({name: draws.count(name) for name in weights})
print(rng.choices("xyz", cum_weights=[1, 1, 2], k=8))
rng.seed(5, version=1)
print(rng.random())


class Fixed(random.Random):
    def random(self):
        return 0.25


print(Fixed().uniform(0, 8), Fixed().choice("abcd"))
rng.getrandbits(0)
