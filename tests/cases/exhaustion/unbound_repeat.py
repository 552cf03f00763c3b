# taipan: expect = "memory"
# taipan: memory = "48MiB"
str.__mul__('a', 10**12)
