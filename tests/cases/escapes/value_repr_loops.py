# taipan: expect = "fuel"
# taipan: fuel = 100000
class Evil:
    def __repr__(self):
        while True:
            pass

Evil()
