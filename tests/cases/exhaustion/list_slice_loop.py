#! expect = {status = "timeout"}
#! timeout = "300ms"
x = [None] * 10_000_000
while True:
    y = x[:]
