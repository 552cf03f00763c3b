# Simple, weighted and exponential moving averages, with crossovers and a running maximum.
from collections import deque
from itertools import accumulate, pairwise

PRICES = [44.0, 44.5, 43.5, 44.25, 45.0, 46.5, 46.0, 47.25, 48.0, 47.5, 46.0, 45.25, 44.0, 43.25, 44.75, 46.25]


def simple(values, window):
    recent, total, out = deque(), 0.0, []
    for value in values:
        recent.append(value)
        total += value
        if len(recent) > window:
            total -= recent.popleft()
        out.append(total / window if len(recent) == window else None)
    return out


def weighted(values, window):
    weights = range(1, window + 1)
    recent = deque(maxlen=window)
    for value in values:
        recent.append(value)
        if len(recent) < window:
            yield None
        else:
            yield sum(w * v for w, v in zip(weights, recent)) / sum(weights)


def exponential(values, alpha):
    return list(accumulate(values, lambda average, value: alpha * value + (1 - alpha) * average))


def crossovers(fast, slow):
    for day, ((f0, s0), (f1, s1)) in enumerate(pairwise(zip(fast, slow)), 1):
        if None in (f0, s0, f1, s1):
            continue
        if f0 <= s0 and f1 > s1:
            yield day, "buy"
        elif f0 >= s0 and f1 < s1:
            yield day, "sell"


def cell(value):
    return f"{value:>9.3f}" if value is not None else f"{'-':>9}"


sma, wma, ema = simple(PRICES, 4), list(weighted(PRICES, 4)), exponential(PRICES, 0.5)
print("day" + "".join(f"{name:>9}" for name in ("price", "sma4", "wma4", "ema")))
for day, row in enumerate(zip(PRICES, sma, wma, ema)):
    print(f"{day:>3}" + "".join(map(cell, row)))

signals = list(crossovers(simple(PRICES, 2), simple(PRICES, 5)))
print("signals:", signals)
peaks = list(accumulate(PRICES, max))
drawdowns = [(peak - price) / peak for peak, price in zip(peaks, PRICES)]
worst = max(range(len(PRICES)), key=drawdowns.__getitem__)
print(f"largest drawdown {drawdowns[worst]:.2%} on day {worst}")
changes = [b - a for a, b in pairwise(PRICES)]
print("ups and downs:", "".join("+" if c > 0 else "-" if c < 0 else "=" for c in changes))
print("cumulative change:", list(accumulate(changes)))
ema[-1], sma[-1]
