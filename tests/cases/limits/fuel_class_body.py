# taipan: fuel = 10000
# taipan: expect = "fuel"
class Endless:
    n = 0
    while True:
        n += 1
