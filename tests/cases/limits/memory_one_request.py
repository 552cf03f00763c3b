# taipan: memory = "16MiB"
# taipan: expect = "memory"
# One request far beyond the limit.
try:
    print(len("x" * 10**9))
except BaseException:
    print("caught")
