# Compares mortgage offers by payment, total cost and the effect of extra payments.
from collections import namedtuple

Offer = namedtuple("Offer", "bank rate years fees")


def payment(principal, rate, years):
    r, n = rate / 12, years * 12
    return principal * r / (1 - (1 + r) ** -n)


def months_with_extra(principal, rate, base_payment, extra):
    balance, months, interest_paid = principal, 0, 0.0
    while balance > 0.005:
        interest = balance * rate / 12
        interest_paid += interest
        balance = balance + interest - min(base_payment + extra, balance + interest)
        months += 1
    return months, interest_paid


offers = [
    Offer("Northern", 0.0399, 30, 1500),
    Offer("Harbour", 0.0425, 25, 0),
    Offer("Guild", 0.0375, 30, 4200),
]
amount = 350_000

results = []
for offer in offers:
    p = payment(amount, offer.rate, offer.years)
    total = p * offer.years * 12 + offer.fees
    results.append((total, p, offer))

print(f"{'Bank':<10}{'Rate':>7}{'Years':>7}{'Payment':>12}{'Total cost':>14}")
for total, p, offer in sorted(results):
    print(f"{offer.bank:<10}{offer.rate:>7.2%}{offer.years:>7}{p:>12,.2f}{total:>14,.2f}")

best_total, best_payment, best = min(results)
print(f"\nCheapest overall: {best.bank}")
for extra in (0, 100, 250, 500):
    months, interest = months_with_extra(amount, best.rate, best_payment, extra)
    years, rest = divmod(months, 12)
    print(f"  +{extra:>3}/month: {years:2d}y {rest:2d}m, interest {interest:>12,.2f}")

best.bank, round(best_payment, 2), round(best_total, 2)
