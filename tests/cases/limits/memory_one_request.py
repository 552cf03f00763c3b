#! memory = "16MiB"
#! expect = "memory"
# One request far beyond the limit.
try:
    print(len("x" * 10**9))
except BaseException:
    print("caught")
