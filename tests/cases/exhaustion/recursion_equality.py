#! expect = {status = "ok"}
# behind: the guest's stack holds fewer native calls within each other, so the code gets a RecursionError
#! wasm = {expect = {status = "error"}}
a = []
b = []
for _ in range(100_000):
    a = [a]
    b = [b]
a == b
