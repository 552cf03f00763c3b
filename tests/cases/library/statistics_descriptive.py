# Averages and spreads of small samples.
import statistics as st
from decimal import Decimal
from fractions import Fraction

data = [2.5, 3.25, 5.5, 11.25, 11.75]
print(st.mean(data), st.fmean(data), st.median(data))
print(st.variance(data), st.pvariance(data), st.stdev(data), st.pstdev(data))
print(st.mean([1, 2, 3, 4]), st.mean([1, 2]), st.mean([Fraction(1, 3), Fraction(1, 6)]))
print(st.mean([Decimal("0.5"), Decimal("0.75")]), st.stdev([Decimal("1"), Decimal("3")]))
print(st.median([1, 3, 5, 7]), st.median_low([1, 3, 5, 7]), st.median_high([1, 3, 5, 7]))
print(st.median_grouped([52, 52, 53, 54]), st.median(["only"]))
print(st.mode([1, 1, 2, 3]), st.mode("mississippi"), st.multimode([1, 1, 2, 2, 3]), st.multimode([]))
print(round(st.geometric_mean([54, 24, 36]), 9), st.harmonic_mean([40, 60]), st.harmonic_mean([40, 60], weights=[5, 30]))
print(st.fmean([85, 92, 83], weights=[0.2, 0.3, 0.5]))
print(st.quantiles(range(1, 11)), st.quantiles([1, 2, 3, 4], n=10, method="inclusive"))
print(st.stdev([1e9 + 1, 1e9 + 2, 1e9 + 3]), st.pvariance([0.0, 0.0]))
for call in ("st.mean([])", "st.median([])", "st.mode([])", "st.stdev([1])", "st.quantiles([1])"):
    try:
        print(eval(call))
    except st.StatisticsError as e:
        print(call, "->", e)
st.fmean([0.1] * 10)
