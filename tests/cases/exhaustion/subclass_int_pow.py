# taipan: expect = "fuel"
# taipan: fuel = 100000
# taipan: behind = "fuel counts the instructions that are run, and the result is refused before they are"
# taipan: behind_expect = "memory"
class I(int): pass
I(3) ** I(10**9)
