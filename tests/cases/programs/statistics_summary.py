# Descriptive statistics by hand, checked against the statistics module.
import math
import statistics as st

scores = {
    "Class A": [72, 85, 90, 66, 78, 95, 88, 72, 81, 79],
    "Class B": [55, 98, 61, 87, 94, 70, 70, 83],
    "Class C": [77, 78, 79, 80, 81],
}


def mean(xs):
    return sum(xs) / len(xs)


def sample_stdev(xs):
    m = mean(xs)
    return math.sqrt(sum((x - m) ** 2 for x in xs) / (len(xs) - 1))


def median(xs):
    ordered = sorted(xs)
    n, half = len(ordered), len(ordered) // 2
    return ordered[half] if n % 2 else (ordered[half - 1] + ordered[half]) / 2


print(f"{'group':<9}{'n':>4}{'mean':>8}{'median':>8}{'stdev':>8}{'min':>5}{'max':>5}  mode")
for name, xs in scores.items():
    assert math.isclose(mean(xs), st.fmean(xs))
    assert math.isclose(sample_stdev(xs), st.stdev(xs))
    assert median(xs) == st.median(xs)
    print(
        f"{name:<9}{len(xs):>4}{mean(xs):>8.2f}{median(xs):>8.1f}{sample_stdev(xs):>8.3f}"
        f"{min(xs):>5}{max(xs):>5}  {st.multimode(xs)}"
    )

everyone = [x for xs in scores.values() for x in xs]
quartiles = st.quantiles(everyone, n=4)
print("quartiles:", [round(q, 2) for q in quartiles])
print("harmonic mean:", round(st.harmonic_mean(everyone), 4))
print("geometric mean:", round(st.geometric_mean(everyone), 4))
z = {x: round((x - mean(everyone)) / sample_stdev(everyone), 2) for x in sorted(set(everyone))[:3]}
print("z-scores of the lowest three:", z)

st.mean(everyone), st.pvariance(scores["Class C"]), st.median_low(everyone)
