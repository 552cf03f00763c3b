# Net present value, internal rate of return by bisection, and payback period.
def npv(rate, cashflows):
    return sum(cf / (1 + rate) ** t for t, cf in enumerate(cashflows))


def irr(cashflows, low=-0.99, high=1.0, tolerance=1e-10):
    f_low, f_high = npv(low, cashflows), npv(high, cashflows)
    if f_low * f_high > 0:
        raise ValueError("no sign change: IRR is not bracketed")
    while high - low > tolerance:
        mid = (low + high) / 2
        f_mid = npv(mid, cashflows)
        if f_low * f_mid <= 0:
            high = mid
        else:
            low, f_low = mid, f_mid
    return (low + high) / 2


def payback(cashflows):
    total = 0
    for year, cf in enumerate(cashflows):
        if total + cf >= 0 and year > 0:
            return year - 1 + (-total / cf)
        total += cf
    return None


projects = {
    "Solar roof": [-12000, 2100, 2100, 2100, 2100, 2100, 2100, 2100, 2100],
    "New press": [-50000, 9000, 14000, 18000, 16000, 12000],
    "Shop refit": [-8000, 3000, 3000, 3000],
    "Never pays": [-1000, 100, 100],
}

for name, flows in projects.items():
    try:
        rate = f"{irr(flows):.4%}"
    except ValueError as exc:
        rate = f"n/a ({exc})"
    back = payback(flows)
    back_text = f"{back:.2f} years" if back is not None else "never"
    print(f"{name:<12} NPV@5% {npv(0.05, flows):>10.2f}  IRR {rate:>10}  payback {back_text}")

try:
    irr([100, 100, 100])
except ValueError as exc:
    print("error:", exc)

best = max(projects, key=lambda name: npv(0.05, projects[name]))
best, round(irr(projects[best]), 8)
