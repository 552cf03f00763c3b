# Seeded sampling for everyday use: teams, secret gifts, a raffle, a bootstrap, an A/B test.
import random
import statistics

PEOPLE = ["Ann", "Bob", "Cyd", "Dee", "Eli", "Fay", "Gus", "Hal", "Ivy"]


def teams(people, size, rng):
    order = rng.sample(people, k=len(people))
    return [sorted(order[i : i + size]) for i in range(0, len(order), size)]


def secret_gifts(people, rng):
    while True:
        receivers = people[:]
        rng.shuffle(receivers)
        if all(a != b for a, b in zip(people, receivers)):
            return dict(zip(people, receivers))


def raffle(tickets, prizes, rng):
    tickets = dict(tickets)
    winners = []
    for prize in prizes:
        names = sorted(tickets)
        winner = rng.choices(names, [tickets[n] for n in names])[0]
        winners.append((prize, winner))
        del tickets[winner]
    return winners


def bootstrap(values, rng, rounds=200):
    means = sorted(statistics.fmean(rng.choices(values, k=len(values))) for _ in range(rounds))
    return means[int(rounds * 0.025)], means[int(rounds * 0.975)]


def permutation_test(a, b, rng, rounds=300):
    observed = statistics.fmean(b) - statistics.fmean(a)
    pool, extreme = a + b, 0
    for _ in range(rounds):
        rng.shuffle(pool)
        difference = statistics.fmean(pool[len(a) :]) - statistics.fmean(pool[: len(a)])
        extreme += abs(difference) >= abs(observed)
    return observed, extreme / rounds


rng = random.Random(31337)
for number, team in enumerate(teams(PEOPLE, 3, rng), 1):
    print(f"team {number}: {', '.join(team)}")
gifts = secret_gifts(PEOPLE, rng)
print("gifts:", "; ".join(f"{giver} to {receiver}" for giver, receiver in gifts.items()))
assert sorted(gifts.values()) == PEOPLE
print("raffle:", raffle({"Ann": 10, "Bob": 1, "Cyd": 5}, ["car", "pen"], rng))

grid = rng.sample(range(1, 50), 6)
print("lottery:", sorted(grid), "bonus", rng.randrange(1, 11))
control, variant = [12, 15, 11, 14, 13, 12, 16, 11], [15, 17, 14, 16, 18, 13, 17, 16]
low, high = bootstrap(control, rng)
print(f"control mean {statistics.fmean(control)}, 95 % interval {low:.3f} to {high:.3f}")
observed, p = permutation_test(control, variant, rng)
print(f"variant is {observed:+.3f}, p = {p:.4f}")

password = "".join(rng.choice("abcdefghjkmnpqrstuvwxyz23456789") for _ in range(12))
print("code:", "-".join(password[i : i + 4] for i in range(0, 12, 4)))
print("coin:", "".join("HT"[rng.getrandbits(1)] for _ in range(30)), rng.randbytes(4).hex())
print("gauss:", [round(rng.gauss(100, 15), 4) for _ in range(3)], "expo:", round(rng.expovariate(0.5), 6))
print("beta, gamma:", round(rng.betavariate(2, 3), 6), round(rng.gammavariate(2, 1), 6), round(rng.normalvariate(), 6))
[rng.random() for _ in range(2)]
