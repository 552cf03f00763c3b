#! fuel = 10000
#! expect = "fuel"
code = compile("n = n + 1", "step", "exec")
names = {"n": 0}
while True:
    exec(code, names)
