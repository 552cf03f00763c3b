#! expect = {status = "fuel"}
#! fuel = 100000
# behind: fuel counts the instructions that are run, and the result is refused before they are
#! wasm = {expect = {status = "memory"}}
class I(int): pass
I(3) ** I(10**9)
