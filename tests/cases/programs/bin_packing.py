# First-fit, best-fit and next-fit packing compared, with a picture of the bins.
import math

CAPACITY = 20
PARCELS = [7, 12, 4, 9, 15, 3, 8, 6, 11, 2, 5, 13, 10, 1, 14]


def next_fit(items, capacity):
    bins = [[]]
    for item in items:
        if sum(bins[-1]) + item > capacity:
            bins.append([])
        bins[-1].append(item)
    return bins


def first_fit(items, capacity):
    bins = []
    for item in items:
        for box in bins:
            if sum(box) + item <= capacity:
                box.append(item)
                break
        else:
            bins.append([item])
    return bins


def best_fit(items, capacity):
    bins = []
    for item in items:
        fitting = [box for box in bins if sum(box) + item <= capacity]
        if fitting:
            max(fitting, key=sum).append(item)
        else:
            bins.append([item])
    return bins


def draw(bins, capacity):
    for number, box in enumerate(bins, 1):
        picture = "".join(chr(ord("A") + i) * size for i, size in enumerate(box))
        print(f"  {number}: |{picture:.<{capacity}}| {sum(box):>2}/{capacity}")


bound = math.ceil(sum(PARCELS) / CAPACITY)
print(f"{len(PARCELS)} parcels, {sum(PARCELS)} units, at least {bound} bins")
results = {}
for algorithm in (next_fit, first_fit, best_fit):
    for label, items in (("as given", PARCELS), ("largest first", sorted(PARCELS, reverse=True))):
        bins = algorithm(items, CAPACITY)
        assert sorted(x for box in bins for x in box) == sorted(PARCELS)
        waste = 1 - sum(PARCELS) / (len(bins) * CAPACITY)
        results[algorithm.__name__, label] = bins
        print(f"{algorithm.__name__:<10} {label:<14} {len(bins)} bins, {waste:.1%} empty")

print("\nbest fit, largest first:")
draw(results["best_fit", "largest first"], CAPACITY)
{" ".join(key): len(bins) for key, bins in results.items()}
