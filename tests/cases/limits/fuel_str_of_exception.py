# taipan: fuel = 10000
# taipan: expect = "fuel"
class Endless(Exception):
    def __str__(self):
        while True:
            pass


raise Endless
