#! source = "1KiB"
#! expect = "memory"
# So is each text that is compiled later.
print("before")
try:
    exec("x = 1\n" * 200)
except BaseException:
    print("caught")
