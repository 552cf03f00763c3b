#! expect = {status = "fuel"}
#! fuel = 100000
class Evil:
    def __repr__(self):
        while True:
            pass

Evil()
