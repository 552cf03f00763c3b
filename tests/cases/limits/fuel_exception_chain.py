#! fuel = 10000
#! expect = "fuel"
# Raising and handling is work.
n = 0
while True:
    try:
        raise ValueError(n)
    except ValueError:
        n += 1
