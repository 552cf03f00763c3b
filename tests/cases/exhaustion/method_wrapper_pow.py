#! expect = {status = "fuel"}
#! fuel = 100000
# behind: fuel counts the instructions that are run, and the result is refused before they are
#! wasm = {expect = {status = "memory"}}
(3).__pow__(10**9)
