#! memory = "16MiB"
#! expect = "ok"
# What counts is what is held, not what was ever asked for.
for i in range(100):
    block = bytearray(1_000_000)
len(block)
