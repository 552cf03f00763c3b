#! expect = {status = "fuel"}
#! fuel = 100000
s = 'a' * 50_000_000
while True:
    s.count('ab')
