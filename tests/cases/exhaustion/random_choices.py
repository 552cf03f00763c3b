#! expect = {status = "memory"}
#! memory = "8MiB"
# behind: sizes beyond 2**31 pass the words of the guest, which have 32 bits
#! wasm = {expect = {status = "error"}}
import random
random.choices([1], k=10**10)
