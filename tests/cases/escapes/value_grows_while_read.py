#! expect = {status = "fuel"}
#! fuel = 2000000
kept = []

class Evil:
    def __repr__(self):
        kept.extend([Evil()] * 10)
        return "contained"

kept.append(Evil())
kept
