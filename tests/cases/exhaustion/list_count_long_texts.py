#! expect = {status = "fuel"}
#! fuel = 100000
a = 'a' * 10_000_000 + 'b'
b = 'a' * 10_000_000 + 'c'
x = ([a] * 10_000_000).count(b)
