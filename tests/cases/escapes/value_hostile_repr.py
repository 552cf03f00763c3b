#! expect = {status = "exit"}
class Evil:
    def __repr__(self):
        raise SystemExit("contained")

Evil()
