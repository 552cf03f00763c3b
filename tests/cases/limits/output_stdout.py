#! output = 64
#! expect = "output"
# The output is kept up to the bound, and the run ends there.
n = 0
while True:
    n += 1
    print("line", n)
