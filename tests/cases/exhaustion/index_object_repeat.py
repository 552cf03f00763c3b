# taipan: expect = "memory"
# taipan: memory = "48MiB"
# taipan: behind = "sizes beyond 2**31 pass the words of the guest, which have 32 bits"
# taipan: behind_expect = "error"
class N:
    def __index__(self): return 10**12
'a' * N()
