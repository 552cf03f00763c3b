#! expect = {status = "output", limit = "value_depth"}
# behind: the guest's stack holds fewer native calls within each other, so the code gets a RecursionError
#! wasm = {expect = {status = "error"}}
x = iter([1])
for _ in range(100_000):
    x = enumerate(x)
list(x)
