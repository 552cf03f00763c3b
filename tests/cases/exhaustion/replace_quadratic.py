#! expect = {status = "fuel"}
#! fuel = 100000
s = 'a' * 20_000_000
while True:
    s.replace('ab', 'c')
