# A keyword that the function does not have.
def loan(amount, rate=0.05):
    return amount * rate


loan(1000, rates=0.1)
