# A household budget: categories, limits, trends by month and an ASCII chart.
from collections import defaultdict
from datetime import date
from itertools import groupby

ENTRIES = """
2024-01-03 rent 950.00
2024-01-05 food 82.40
2024-01-19 food 64.15
2024-01-22 fun 35.00
2024-02-02 rent 950.00
2024-02-07 food 91.80
2024-02-14 fun 120.50
2024-02-27 food 77.25
2024-03-01 rent 975.00
2024-03-09 food 102.35
2024-03-30 travel 240.00
"""
LIMITS = {"rent": 1000, "food": 160, "fun": 80}


def parse(text):
    for line in text.split("\n"):
        if line:
            day, category, amount = line.split()
            yield date.fromisoformat(day), category, round(float(amount) * 100)


entries = list(parse(ENTRIES))
months = {key: list(group) for key, group in groupby(entries, key=lambda e: e[0].strftime("%b"))}
categories = sorted({category for _, category, _ in entries})
table = defaultdict(lambda: dict.fromkeys(categories, 0))
for month, rows in months.items():
    for _, category, cents in rows:
        table[month][category] += cents

print(f"{'':<8}" + "".join(f"{month:>11}" for month in months) + f"{'total':>11}")
for category in categories:
    values = [table[month][category] for month in months]
    print(f"{category:<8}" + "".join(f"{v / 100:>11,.2f}" if v else f"{'-':>11}" for v in (*values, sum(values))))
totals = [sum(table[month].values()) for month in months]
print(f"{'all':<8}" + "".join(f"{v / 100:>11,.2f}" for v in (*totals, sum(totals))))

for month in months:
    for category, limit in LIMITS.items():
        spent = table[month][category] / 100
        if spent > limit:
            print(f"{month}: {category} is over its limit by {spent - limit:.2f} ({spent / limit - 1:.1%})")

print()
scale = max(totals) / 30
for month, total in zip(months, totals):
    parts = "".join(category[0] * round(table[month][category] / scale) for category in categories)
    print(f"{month} |{parts}")
changes = [f"{(b - a) / a:+.1%}" for a, b in zip(totals, totals[1:])]
print("change:", " ".join(changes))

biggest = max((e for e in entries if e[1] != "rent"), key=lambda e: e[2])
print(f"largest extra: {biggest[1]} on {biggest[0]:%d %B} ({biggest[2] / 100:.2f})")
gaps = [(b[0] - a[0]).days for a, b in zip(entries, entries[1:])]
print("longest gap between entries:", max(gaps), "days")
average = {c: round(sum(table[m][c] for m in months) / len(months) / 100, 2) for c in categories}
average
