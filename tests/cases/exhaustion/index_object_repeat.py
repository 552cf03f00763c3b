#! expect = {status = "memory"}
#! memory = "48MiB"
# behind: sizes beyond 2**31 pass the words of the guest, which have 32 bits
#! wasm = {expect = {status = "error"}}
class N:
    def __index__(self): return 10**12
'a' * N()
