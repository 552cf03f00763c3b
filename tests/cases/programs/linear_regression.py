# Least squares by hand: slope, correlation, residuals, prediction and a small scatter plot.
import math
import statistics

HOURS = [1.0, 2.0, 2.5, 3.5, 4.0, 5.0, 5.5, 7.0, 8.0, 9.5]
MARKS = [42, 50, 49, 58, 63, 70, 66, 79, 85, 93]


def fit(xs, ys):
    n = len(xs)
    mx, my = sum(xs) / n, sum(ys) / n
    sxy = sum((x - mx) * (y - my) for x, y in zip(xs, ys))
    sxx = sum((x - mx) ** 2 for x in xs)
    slope = sxy / sxx
    return slope, my - slope * mx


def correlation(xs, ys):
    n = len(xs)
    sx, sy = sum(xs), sum(ys)
    sxy = sum(x * y for x, y in zip(xs, ys))
    top = n * sxy - sx * sy
    return top / math.sqrt((n * sum(x * x for x in xs) - sx**2) * (n * sum(y * y for y in ys) - sy**2))


slope, intercept = fit(HOURS, MARKS)
r = correlation(HOURS, MARKS)
print(f"mark = {slope:.4f} * hours + {intercept:.4f}")
print(f"r = {r:.5f}, r squared = {r * r:.5f}")

check = statistics.linear_regression(HOURS, MARKS)
assert math.isclose(check.slope, slope) and math.isclose(check.intercept, intercept)
assert math.isclose(statistics.correlation(HOURS, MARKS), r)

print(f"\n{'hours':>6}{'mark':>6}{'fitted':>8}{'residual':>10}")
residuals = []
for x, y in zip(HOURS, MARKS):
    fitted = slope * x + intercept
    residuals.append(y - fitted)
    print(f"{x:>6}{y:>6}{fitted:>8.2f}{y - fitted:>+10.2f}")
error = math.sqrt(sum(e * e for e in residuals) / (len(residuals) - 2))
print(f"sum of residuals is zero: {abs(sum(residuals)) < 1e-9}, standard error {error:.4f}")

for hours in (0, 6, 10):
    print(f"predicted for {hours:>2} hours: {slope * hours + intercept:.1f}")

print()
for level in range(100, 30, -10):
    row = [" "] * 50
    for x, y in zip(HOURS, MARKS):
        if level - 10 < y <= level:
            row[int(x * 5)] = "o"
        elif row[int(x * 5)] == " " and level - 10 < slope * x + intercept <= level:
            row[int(x * 5)] = "."
    print(f"{level:>4} |{''.join(row).rstrip()}")
print("     +" + "-" * 50)
round(slope, 6), round(intercept, 6)
