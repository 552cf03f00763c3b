# Progressive income tax: brackets, marginal and effective rates, and the inverse.
from decimal import ROUND_HALF_UP, Decimal

BRACKETS = [
    (Decimal("11600"), Decimal("0.10")),
    (Decimal("47150"), Decimal("0.12")),
    (Decimal("100525"), Decimal("0.22")),
    (Decimal("191950"), Decimal("0.24")),
    (None, Decimal("0.32")),
]
DEDUCTION = Decimal("14600")
CENT = Decimal("0.01")


def breakdown(gross):
    taxable = max(Decimal(0), gross - DEDUCTION)
    lower = Decimal(0)
    for upper, rate in BRACKETS:
        top = taxable if upper is None else min(taxable, upper)
        if top > lower:
            yield rate, top - lower, ((top - lower) * rate).quantize(CENT, ROUND_HALF_UP)
        if upper is None or taxable <= upper:
            return
        lower = upper


def tax(gross):
    return sum((part for _, _, part in breakdown(gross)), Decimal(0))


def gross_for_net(net):
    low, high = net, net * 2
    while high - low > CENT:
        middle = ((low + high) / 2).quantize(CENT)
        if middle - tax(middle) < net:
            low = middle
        else:
            high = middle
        if high - low <= CENT:
            break
    return high


print(f"{'gross':>12} {'tax':>12} {'net':>12} {'effective':>10} {'marginal':>9}")
for gross in map(Decimal, ("9000", "14600", "26200", "61750", "120000", "250000.55")):
    due = tax(gross)
    marginal = [rate for rate, _, _ in breakdown(gross)][-1:] or [Decimal(0)]
    print(f"{gross:>12,.2f} {due:>12,.2f} {gross - due:>12,.2f} {due / gross:>10.2%} {marginal[0]:>9.0%}")

print("\nIncome of 120,000 bracket by bracket:")
for rate, slice_, part in breakdown(Decimal(120000)):
    print(f"  {rate:>5.0%} of {slice_:>10,.2f} = {part:>10,.2f}")

wanted = Decimal("50000")
gross = gross_for_net(wanted)
print(f"\nTo keep {wanted:,} you must earn {gross:,}")
tax(Decimal("120000"))
