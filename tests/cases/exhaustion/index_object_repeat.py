#! expect = {status = "memory"}
#! memory = "48MiB"
class N:
    def __index__(self): return 10**12
'a' * N()
