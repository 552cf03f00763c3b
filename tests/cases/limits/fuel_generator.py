#! fuel = 10000
#! expect = "fuel"
# An endless generator, drawn by a native function.
def numbers():
    n = 0
    while True:
        yield n
        n += 1


print(sum(numbers()))
