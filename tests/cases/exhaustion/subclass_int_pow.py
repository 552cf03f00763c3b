# taipan: expect = "fuel"
# taipan: fuel = 100000
class I(int): pass
I(3) ** I(10**9)
