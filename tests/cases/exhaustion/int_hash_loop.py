#! expect = {status = "timeout"}
#! timeout = "300ms"
x = (1 << 100_000_000) - 3
while True:
    hash(x)
