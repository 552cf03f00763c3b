#! expect = {status = "fuel"}
#! fuel = 100000
s = 'a = b + c\n' * 20_000
while True:
    compile(s, 'x', 'exec')
