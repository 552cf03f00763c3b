"""A mortgage: 30 years, 350,000 at 4.5 %. The payment and the first year of the schedule."""

principal = 350_000
annual_rate = 0.045
months = 30 * 12

rate = annual_rate / 12
payment = principal * rate / (1 - (1 + rate) ** -months)
print(f"Loan {principal:,} at {annual_rate:.1%} over {months} months: {payment:,.2f} a month\n")

print(f"{'month':>5} {'interest':>12} {'principal':>12} {'balance':>14}")
balance = principal
for month in range(1, 13):
    interest = balance * rate
    balance -= payment - interest
    print(f"{month:>5} {interest:>12,.2f} {payment - interest:>12,.2f} {balance:>14,.2f}")
