#! expect = {status = "error"}
class Evil(Exception):
    def __str__(self):
        return 5

raise Evil
