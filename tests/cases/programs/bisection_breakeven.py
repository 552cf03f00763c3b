# Bisection: an equation solver with a trace, break-even volume, and binary search on answers.
import math
from bisect import bisect_left


def bisect(f, low, high, tolerance=1e-9, trace=None):
    f_low, f_high = f(low), f(high)
    if f_low == 0:
        return low
    if (f_low > 0) == (f_high > 0):
        raise ValueError(f"f({low}) and f({high}) have the same sign")
    while high - low > tolerance:
        middle = (low + high) / 2
        value = f(middle)
        if trace is not None:
            trace.append((low, high, value))
        if value == 0:
            return middle
        if (value > 0) == (f_low > 0):
            low = middle
        else:
            high = middle
    return (low + high) / 2


trace = []
root = bisect(lambda x: x**3 - x - 2, 1, 2, trace=trace)
print(f"root {root:.8f} after {len(trace)} halvings")
for low, high, value in trace[:5]:
    print(f"  [{low:.5f}, {high:.5f}] f(mid) = {value:+.5f}")

problems = {
    "x = e^-x": (lambda x: x - math.exp(-x), 0, 1),
    "ln x = 1": (lambda x: math.log(x) - 1, 1, 5),
    "sin x = 0": (math.sin, 3, 4),
    "x^2 = -1": (lambda x: x * x + 1, -5, 5),
    "exact hit": (lambda x: x - 0.75, 0, 1),
}
answers = {}
for name, (f, low, high) in problems.items():
    try:
        answers[name] = round(bisect(f, low, high), 7)
        print(f"{name:<10} {answers[name]:.7f}")
    except ValueError as exc:
        print(f"{name:<10} {exc}")


def profit(units, fixed=48_000, price=34.5, variable=21.3):
    rebate = 0.05 * price * max(0, units - 3000)
    return units * (price - variable) - rebate - fixed


volume = math.ceil(bisect(profit, 0, 100_000))
print(f"break-even at {volume} units: {profit(volume - 1):.2f} then {profit(volume):.2f}")


def days_needed(weights, capacity):
    days, load = 1, 0
    for weight in weights:
        if load + weight > capacity:
            days, load = days + 1, 0
        load += weight
    return days


weights = [3, 2, 2, 4, 1, 4, 6, 5, 3]
for days in (1, 2, 3, 5, 9):
    candidates = range(max(weights), sum(weights) + 1)
    capacity = candidates[bisect_left(candidates, True, key=lambda c: days_needed(weights, c) <= days)]
    print(f"ship in {days} day(s): capacity {capacity}")
answers["x = e^-x"]
