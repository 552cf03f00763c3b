# Groups sales records and prints a report with subtotals and a grand total.
from collections import defaultdict
from itertools import groupby
from operator import itemgetter

SALES = [
    ("North", "Widget", 12, 9.99),
    ("South", "Gadget", 3, 24.50),
    ("North", "Gadget", 5, 24.50),
    ("East", "Widget", 40, 9.49),
    ("South", "Widget", 7, 9.99),
    ("East", "Doohickey", 1, 199.00),
    ("North", "Widget", 3, 9.99),
]


def line(left, qty, amount, fill=" "):
    return f"{left:{fill}<24}{qty:{fill}>8,}{amount:{fill}>14,.2f}"


print("QUARTERLY SALES".center(46, "="))
grand_qty, grand_total = 0, 0.0
for region, rows in groupby(sorted(SALES, key=itemgetter(0, 1)), key=itemgetter(0)):
    print(region.upper())
    sub_qty, sub_total = 0, 0.0
    per_product = defaultdict(lambda: [0, 0.0])
    for _, product, qty, price in rows:
        per_product[product][0] += qty
        per_product[product][1] += qty * price
    for product, (qty, amount) in per_product.items():
        print(line("  " + product, qty, amount))
        sub_qty += qty
        sub_total += amount
    print(line("  subtotal ", sub_qty, sub_total, "."))
    grand_qty += sub_qty
    grand_total += sub_total
print("=" * 46)
print(line("TOTAL", grand_qty, grand_total))

shares = defaultdict(float)
for _, product, qty, price in SALES:
    shares[product] += qty * price
for product, amount in sorted(shares.items(), key=lambda item: -item[1]):
    bar = "#" * round(30 * amount / grand_total)
    print(f"{product:<10} {amount / grand_total:>6.1%} {bar}")

grand_qty, round(grand_total, 2)
