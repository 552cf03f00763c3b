#! expect = {status = "fuel"}
#! fuel = 100000
# behind: sizes beyond 2**31 pass the words of the guest, which have 32 bits
#! wasm = {expect = {status = "error"}}
import itertools
next(itertools.islice(itertools.count(), 10**18, None))
