#! expect = {status = "memory"}
#! memory = "48MiB"
# behind: sizes beyond 2**31 pass the words of the guest, which have 32 bits
#! wasm = {expect = {status = "error"}}
import itertools
x = itertools.product([1], repeat=10**10)
