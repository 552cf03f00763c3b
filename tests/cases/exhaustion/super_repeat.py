#! expect = {status = "memory"}
#! memory = "48MiB"
class S(str):
    def __mul__(self, n):
        return super().__mul__(n)
S('a') * 10**12
