#! expect = {status = "fuel"}
#! fuel = 100000
s = 'a' * 10_000_000
while True:
    s.partition('b')
