# A car loan: payment, schedule as an aligned table, and total interest.
PRINCIPAL = 18_000.0
ANNUAL_RATE = 0.069
MONTHS = 12


def monthly_payment(principal, annual_rate, months):
    r = annual_rate / 12
    if r == 0:
        return principal / months
    return principal * r / (1 - (1 + r) ** -months)


def schedule(principal, annual_rate, months):
    payment = round(monthly_payment(principal, annual_rate, months), 2)
    balance = principal
    for month in range(1, months + 1):
        interest = round(balance * annual_rate / 12, 2)
        if month == months:
            payment = round(balance + interest, 2)
        repaid = round(payment - interest, 2)
        balance = round(balance - repaid, 2)
        yield month, payment, interest, repaid, balance


rows = list(schedule(PRINCIPAL, ANNUAL_RATE, MONTHS))

header = f"{'Month':>5} {'Payment':>10} {'Interest':>10} {'Principal':>10} {'Balance':>12}"
print(header)
print("-" * len(header))
for month, payment, interest, repaid, balance in rows:
    print(f"{month:>5} {payment:>10,.2f} {interest:>10,.2f} {repaid:>10,.2f} {balance:>12,.2f}")

total_interest = round(sum(row[2] for row in rows), 2)
print("-" * len(header))
print(f"Total interest: {total_interest:,.2f}")
print(f"Zero-rate check: {monthly_payment(1200, 0, 12):.2f}")

{"payment": rows[0][1], "interest": total_interest, "final_balance": rows[-1][-1]}
