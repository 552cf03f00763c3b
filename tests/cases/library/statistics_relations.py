# Correlation, regression, the normal distribution, kernel density.
import statistics as st

hours = [1, 2, 3, 4, 5]
score = [52, 57, 61, 70, 74]
print(st.covariance(hours, score), round(st.correlation(hours, score), 12))
line = st.linear_regression(hours, score)
print(line)
print(round(line.slope * 6 + line.intercept, 9))
print(st.linear_regression([1, 2, 3], [2, 4, 6], proportional=True))
print(st.correlation([1, 2, 3, 4], [10, 100, 1000, 10000], method="ranked"))

n = st.NormalDist(100, 15)
print(n, n.mean, n.stdev, n.variance)
print(round(n.cdf(130), 10), round(n.pdf(100), 12), round(n.inv_cdf(0.975), 9))
print([round(q, 6) for q in n.quantiles(4)], n.zscore(130))
print(n + 10, n * 2, st.NormalDist(1, 3) + st.NormalDist(2, 4))
print(st.NormalDist.from_samples([1, 2, 3, 4, 5]))
print(round(n.overlap(st.NormalDist(110, 15)), 9), n == st.NormalDist(100, 15))
for call in ("st.correlation([1, 1], [1, 2])", "st.covariance([1], [1])", "n.inv_cdf(1)", "st.NormalDist(0, -1)"):
    try:
        print(eval(call))
    except st.StatisticsError as e:
        print(call, "->", e)
round(st.NormalDist().cdf(1.96), 6)
