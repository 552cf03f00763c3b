# Horizontal and vertical histograms of binned data.
from collections import Counter

DATA = [12, 15, 21, 22, 22, 27, 31, 33, 34, 35, 35, 38, 41, 44, 44, 45, 52, 53, 58, 61, 66, 79, 83]


def bins(values, width):
    counts = Counter(value // width * width for value in values)
    start, stop = min(counts), max(counts)
    return {low: counts[low] for low in range(start, stop + width, width)}


def horizontal(table, width):
    longest = max(table.values())
    lines = []
    for low, count in table.items():
        bar = "█" * count + "·" * (longest - count)
        lines.append(f"{low:>3}-{low + width - 1:<3} |{bar}| {count}")
    return "\n".join(lines)


def vertical(table):
    longest = max(table.values())
    rows = []
    for level in range(longest, 0, -1):
        rows.append(f"{level:>3} |" + "".join("  # " if count >= level else "    " for count in table.values()))
    rows.append("    +" + "----" * len(table))
    rows.append("     " + "".join(f"{low:>3} " for low in table))
    return "\n".join(row.rstrip() for row in rows)


table = bins(DATA, 10)
print(horizontal(table, 10))
print()
print(vertical(table))
print()

letters = Counter(c for c in "the quick brown fox jumps over the lazy dog" if c.isalpha())
for letter, count in sorted(letters.items(), key=lambda item: (-item[1], item[0]))[:6]:
    print(f"{letter} {'=' * count:<5}{count / letters.total():>7.2%}")

SPARKS = "▁▂▃▄▅▆▇█"
low, high = min(table.values()), max(table.values())
spark = "".join(SPARKS[(count - low) * (len(SPARKS) - 1) // (high - low)] for count in table.values())
print(spark)
table
