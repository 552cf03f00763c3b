# The gamma function and its logarithm, at integers, halves, poles and the edges of the range.
import math

for x in (1, 5, 23, 24, 170, 171.6, 0.5, -0.5, -1.5, 1e-5, 1e-300, 3.7, 140.5, -170.5, -200.5):
    print(x, math.gamma(x), math.lgamma(x))
print(math.gamma(math.inf), math.lgamma(-math.inf), math.lgamma(1e300), math.lgamma(1), math.lgamma(2))
for x in (0.0, -1, -math.inf, 172, 1e-309):
    try:
        print(x, math.gamma(x))
    except (ValueError, OverflowError) as error:
        print(x, type(error).__name__)
