# taipan: expect = "memory"
# taipan: memory = "48MiB"
# taipan: behind = "sizes beyond 2**31 pass the words of the guest, which have 32 bits"
# taipan: behind_expect = "error"
x = (b'a' * 10**6).replace(b'a', b'b' * 10**6)
