# Percentiles by three conventions, a box plot in text, and outliers.
import statistics
from math import ceil, floor

TIMES = [103, 97, 110, 95, 101, 99, 240, 98, 105, 107, 96, 102, 31, 100, 104, 108, 94, 106, 109, 112]


def nearest_rank(values, p):
    ordered = sorted(values)
    return ordered[max(0, ceil(p / 100 * len(ordered)) - 1)]


def linear(values, p):
    ordered = sorted(values)
    position = (len(ordered) - 1) * p / 100
    low, high = floor(position), ceil(position)
    return ordered[low] + (ordered[high] - ordered[low]) * (position - low)


def percent_rank(values, x):
    below = sum(v < x for v in values)
    equal = sum(v == x for v in values)
    return 100 * (below + equal / 2) / len(values)


print(f"{'p':>4}{'nearest':>9}{'linear':>9}{'exclusive':>11}")
cuts = statistics.quantiles(TIMES, n=100)
for p in (1, 5, 25, 50, 75, 90, 95, 99):
    print(f"{p:>4}{nearest_rank(TIMES, p):>9}{linear(TIMES, p):>9.2f}{cuts[p - 1]:>11.2f}")

inclusive = statistics.quantiles(TIMES, n=4, method="inclusive")
q1, q2, q3 = (linear(TIMES, p) for p in (25, 50, 75))
assert [q1, q2, q3] == inclusive
iqr = q3 - q1
low_fence, high_fence = q1 - 1.5 * iqr, q3 + 1.5 * iqr
outliers = sorted(x for x in TIMES if not low_fence <= x <= high_fence)
inner = [x for x in TIMES if low_fence <= x <= high_fence]
print(f"median {q2}, quartiles {q1} and {q3}, fences {low_fence} to {high_fence}")
print("outliers:", outliers)


def box(values, q1, q2, q3, scale=2):
    start = min(values)
    width = (max(values) - start) * scale + 1
    at = lambda x: round((x - start) * scale)
    row = ["-"] * width
    row[at(q1) : at(q3) + 1] = "=" * (at(q3) - at(q1) + 1)
    row[at(q2)] = "|"
    return f"{start} {''.join(row)} {max(values)}"


print(box(inner, q1, q2, q3))
print("mean with and without outliers:", statistics.fmean(TIMES), round(statistics.fmean(inner), 4))
trimmed = sorted(TIMES)[2:-2]
print("trimmed mean:", sum(trimmed) / len(trimmed))
print("deviation from the median:", statistics.median(abs(x - q2) for x in TIMES))
for x in (31, 101, 105, 240):
    print(f"rank of {x}: {percent_rank(TIMES, x):.1f}")
linear(TIMES, 90)
