# An invoice in decimal money: discounts, VAT per rate, rounding modes and even splitting.
from decimal import ROUND_DOWN, ROUND_HALF_EVEN, ROUND_HALF_UP, Decimal, getcontext, localcontext

CENT = Decimal("0.01")
LINES = [
    ("Consulting, hours", Decimal("12.5"), Decimal("95.00"), Decimal("0.20")),
    ("Books", Decimal(3), Decimal("14.99"), Decimal("0.05")),
    ("Cable, metres", Decimal("7.25"), Decimal("1.339"), Decimal("0.20")),
    ("Travel", Decimal(1), Decimal("48.655"), Decimal("0.00")),
]


def money(value, rounding=ROUND_HALF_UP):
    return value.quantize(CENT, rounding=rounding)


net_by_rate = {}
print(f"{'Description':<20}{'Qty':>8}{'Unit':>10}{'VAT':>6}{'Net':>12}")
for description, quantity, unit, vat in LINES:
    net = money(quantity * unit)
    net_by_rate[vat] = net_by_rate.get(vat, Decimal(0)) + net
    print(f"{description:<20}{quantity:>8}{unit:>10}{vat:>6.0%}{net:>12,}")

subtotal = sum(net_by_rate.values())
discount = money(subtotal * Decimal("0.025"))
print(f"{'Subtotal':<44}{subtotal:>12,}")
print(f"{'Discount 2.5 %':<44}{-discount:>12,}")
total = subtotal - discount
for rate, net in sorted(net_by_rate.items()):
    share = net - money(discount * net / subtotal)
    tax = money(share * rate)
    total += tax
    print(f"{f'VAT {rate:.0%} on {share}':<44}{tax:>12,}")
print(f"{'Total':<44}{total:>12,}")


def split(amount, people):
    base = (amount / people).quantize(CENT, rounding=ROUND_DOWN)
    left = int((amount - base * people) / CENT)
    return [base + CENT] * left + [base] * (people - left)


shares = split(total, 8)
print("split by 8:", [str(s) for s in shares], "sum", sum(shares))
assert sum(shares) == total

for text in ("2.665", "2.675", "-2.665"):
    d = Decimal(text)
    print(text, *(money(d, mode) for mode in (ROUND_HALF_UP, ROUND_HALF_EVEN, ROUND_DOWN)))
print(Decimal("0.1") + Decimal("0.2"), 0.1 + 0.2, Decimal(0.1))
with localcontext() as context:
    context.prec = 50
    print(Decimal(2).sqrt(), Decimal(1) / Decimal(7), sep="\n")
print(getcontext().prec, Decimal("1E+3"), Decimal("1200").normalize(), Decimal("5.00") == 5)
total
