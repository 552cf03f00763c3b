#! expect = {status = "error"}
class Evil:
    def __repr__(self):
        return 5

Evil()
