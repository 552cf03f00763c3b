#! expect = {status = "memory"}
#! memory = "48MiB"
# behind: sizes beyond 2**31 pass the words of the guest, which have 32 bits
#! wasm = {expect = {status = "error"}}
x = (b'x' * 10**7).join([b'y'] * 10**6)
