# Missing positional arguments are named.
def loan(amount, rate, years):
    return amount * rate * years


try:
    loan(1000)
except TypeError as e:
    print(e)
loan(1000, 0.05)
