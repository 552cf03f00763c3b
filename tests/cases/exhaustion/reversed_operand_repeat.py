# taipan: expect = "memory"
# taipan: memory = "48MiB"
x = 10**12 * 'a'
