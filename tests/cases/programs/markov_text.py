# A Markov chain text generator and letter-by-letter name generator, both seeded.
import random
from collections import Counter, defaultdict

CORPUS = """
the sun was low and the sea was calm and the old man sat on the wall and looked at the sea .
the boy came down to the wall and sat by the old man . the old man said nothing .
the sea was dark and the boat was far and the boy looked at the boat .
"""
NAMES = "alaric alena brenna carlin darian elara elena galen karin larina marian renata selena tarin".split()


class Chain:
    def __init__(self, order):
        self.order, self.table = order, defaultdict(Counter)

    def train(self, tokens):
        tokens = list(tokens)
        for i in range(len(tokens) - self.order):
            self.table[tuple(tokens[i : i + self.order])][tokens[i + self.order]] += 1

    def generate(self, start, rng, limit=30, stop=None):
        out = list(start)
        while len(out) < limit:
            options = self.table.get(tuple(out[-self.order :]))
            if not options:
                break
            choice = rng.choices(list(options), weights=options.values())[0]
            if choice == stop:
                break
            out.append(choice)
        return out

    def probability(self, state, token):
        options = self.table[state]
        return options[token] / options.total()


words = CORPUS.split()
for order in (1, 2):
    chain = Chain(order)
    chain.train(words)
    rng = random.Random(order)
    print(f"order {order}, {len(chain.table)} states")
    for _ in range(3):
        print("  ", " ".join(chain.generate(words[:order], rng, stop=".")))

chain = Chain(1)
chain.train(words)
print(chain.table[("the",)].most_common(3))
print("P(sea | the) =", round(chain.probability(("the",), "sea"), 4))

names = Chain(2)
for name in NAMES:
    names.train("^^" + name + "$")
rng = random.Random(77)
invented = []
while len(invented) < 6:
    name = "".join(names.generate("^^", rng, stop="$"))[2:]
    if name not in NAMES and name not in invented and len(name) > 3:
        invented.append(name)
print(", ".join(name.title() for name in invented))


def stationary(chain, steps=60):
    states = sorted({t for options in chain.table.values() for t in options})
    share = {state: 1 / len(states) for state in states}
    for _ in range(steps):
        following = dict.fromkeys(states, 0.0)
        for state, weight in share.items():
            options = chain.table.get((state,), {})
            total = sum(options.values())
            for token, n in options.items():
                following[token] += weight * n / total
        share = following
    return share


weather = Chain(1)
weather.train("s s s r r s s c c r s s s c r r r s s".split())
print({state: round(share, 4) for state, share in stationary(weather).items()})
invented[0]
