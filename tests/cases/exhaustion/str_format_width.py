# taipan: expect = "memory"
# taipan: memory = "48MiB"
x = '{:>2000000000}'.format(1)
