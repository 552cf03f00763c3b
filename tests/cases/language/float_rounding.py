# round() rounds halves to even, and works on the exact binary value.
print([round(x) for x in (0.5, 1.5, 2.5, 3.5, -0.5, -1.5, 2.5000001)])
print(round(2.675, 2), round(2.665, 2), round(1.005, 2), round(0.125, 2), round(0.375, 2), round(-2.5, 0))
print(round(1234.5678, -2), round(1250, -2), round(1350, -2))
print(round(-1250, -2), round(15, -1), round(25, -1), round(1234, 2))
print(type(round(2.5)), type(round(2.5, 0)), type(round(2, 1)))
print(round(1e22), round(1e300, 5) == 1e300, round(5e-324, 3))
import math

print([(math.floor(x), math.ceil(x), math.trunc(x), int(x)) for x in (2.7, -2.7, 3.0)])
for bad in (float("nan"), float("inf")):
    try:
        round(bad)
    except (ValueError, OverflowError) as exc:
        print(type(exc).__name__)
print(round(float("nan"), 2), round(float("inf"), 2), f"{2.5:.0f} {3.5:.0f} {0.125:.2f} {2.675:.2f}")

class Rough:
    def __round__(self, n=None):
        return f"rounded to {n}"

round(Rough()), round(Rough(), 3), round(True), round(10**20 + 5, -1)
