# Coin change three ways: fewest coins, number of ways, and where greed fails.
from functools import cache

EURO = (1, 2, 5, 10, 20, 50, 100, 200)
ODD = (1, 3, 4)


def greedy(amount, coins):
    out = []
    for coin in sorted(coins, reverse=True):
        n, amount = divmod(amount, coin)
        out += [coin] * n
    return out if amount == 0 else None


def fewest(amount, coins):
    best = [0] + [None] * amount
    choice = [0] * (amount + 1)
    for value in range(1, amount + 1):
        for coin in coins:
            if coin <= value and best[value - coin] is not None:
                candidate = best[value - coin] + 1
                if best[value] is None or candidate < best[value]:
                    best[value], choice[value] = candidate, coin
    if best[amount] is None:
        return None
    out = []
    while amount:
        out.append(choice[amount])
        amount -= choice[amount]
    return sorted(out, reverse=True)


@cache
def ways(amount, coins):
    if amount == 0:
        return 1
    if amount < 0 or not coins:
        return 0
    return ways(amount, coins[:-1]) + ways(amount - coins[-1], coins)


def listing(amount, coins):
    if amount == 0:
        yield {}
        return
    if not coins:
        return
    *rest, coin = coins
    for n in range(amount // coin, -1, -1):
        for counts in listing(amount - n * coin, tuple(rest)):
            yield {coin: n, **counts} if n else counts


for amount in (0, 6, 63, 99, 388):
    print(f"{amount:>4}: fewest {fewest(amount, EURO)}")
print("greedy fails for 1,3,4:", [a for a in range(1, 21) if len(greedy(a, ODD)) > len(fewest(a, ODD))])
print("6 by greed:", greedy(6, ODD), "and best:", fewest(6, ODD))
print("7 from 2s and 4s:", fewest(7, (2, 4)), greedy(7, (2, 4)))
print("ways:", {amount: ways(amount, EURO) for amount in (1, 2, 5, 10, 50, 100)})
for counts in listing(6, (1, 2, 5)):
    print("  6 =", " + ".join(f"{n} x {coin}" for coin, n in counts.items()))


def receipt(price, paid):
    change = paid - price
    if change < 0:
        raise ValueError(f"{-change} cents short")
    coins = greedy(change, EURO)
    return {coin: coins.count(coin) for coin in dict.fromkeys(coins)}


print(receipt(1263, 2000))
try:
    receipt(500, 480)
except ValueError as exc:
    print("ValueError:", exc)
ways(200, EURO)
