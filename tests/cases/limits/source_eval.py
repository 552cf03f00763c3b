#! source = "1KiB"
#! expect = "memory"
print(eval("1" + " + 1" * 200))
eval("1" + " + 1" * 300)
