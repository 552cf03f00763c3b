# Savings plans: compounding periods, regular deposits, inflation, and doubling time.
import math


def future_value(principal, rate, years, per_year=12, deposit=0.0):
    balance = principal
    for _ in range(years * per_year):
        balance += balance * rate / per_year + deposit
    return balance


def closed_form(principal, rate, years, per_year, deposit):
    growth = (1 + rate / per_year) ** (years * per_year)
    return principal * growth + deposit * (growth - 1) / (rate / per_year)


print("1,000 at 5 % for 10 years, compounded:")
for label, per_year in [("yearly", 1), ("quarterly", 4), ("monthly", 12), ("daily", 365)]:
    value = 1000 * (1 + 0.05 / per_year) ** (10 * per_year)
    effective = (1 + 0.05 / per_year) ** per_year - 1
    print(f"  {label:<10} {value:>9.2f}  effective {effective:.4%}")
print(f"  {'always':<10} {1000 * math.exp(0.5):>9.2f}  effective {math.expm1(0.05):.4%}")

looped = future_value(5000, 0.06, 15, deposit=150)
exact = closed_form(5000, 0.06, 15, 12, 150)
print(f"\n5,000 and 150 a month at 6 %: {looped:,.2f} ({'agrees' if math.isclose(looped, exact) else 'differs'})")
paid = 5000 + 150 * 12 * 15
print(f"paid in {paid:,}, interest {looped - paid:,.2f}")
print(f"in today's money at 2.5 % inflation: {looped / 1.025**15:,.2f}")

print(f"\n{'rate':>6}{'rule of 72':>12}{'exact':>8}")
for percent in (1, 2, 4, 6, 8, 12):
    print(f"{percent:>5}%{72 / percent:>12.1f}{math.log(2) / math.log1p(percent / 100):>8.2f}")

print(f"\n{'year':>4} {'opening':>11} {'interest':>10} {'closing':>11}")
balance = 10_000.0
for year, rate in enumerate([0.031, 0.045, -0.012, 0.0, 0.0825], 1):
    interest = round(balance * rate, 2)
    print(f"{year:>4} {balance:>11,.2f} {interest:>10,.2f} {balance + interest:>11,.2f}")
    balance += interest
growth = (balance / 10_000) ** (1 / 5) - 1
print(f"compound annual growth rate {growth:.3%}")


def years_to_goal(goal, principal, rate, yearly):
    years = 0
    while principal < goal:
        principal = principal * (1 + rate) + yearly
        years += 1
        if years > 100:
            return None
    return years


print([years_to_goal(goal, 1000, 0.04, 500) for goal in (1000, 10_000, 50_000)], years_to_goal(10**6, 1, 0.01, 0))
needed = 20_000 * (0.04 / 12) / ((1 + 0.04 / 12) ** 60 - 1)
print(f"to have 20,000 in five years at 4 %, save {needed:.2f} a month")
round(looped, 2), round(balance, 2)
