def payment(principal, rate, months):
    r = rate / 12
    return principal * r / (1 - (1 + r) ** -months)


result = 0.0
for step in range(60_000):
    result += payment(350_000.0 + step, 0.045, 360)
result = round(result, 2)
