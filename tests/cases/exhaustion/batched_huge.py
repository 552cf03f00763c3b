#! expect = {status = "memory"}
#! memory = "48MiB"
# behind: sizes beyond 2**31 pass the words of the guest, which have 32 bits
#! wasm = {expect = {status = "error"}}
import itertools
next(itertools.batched(itertools.count(), 10**12))
