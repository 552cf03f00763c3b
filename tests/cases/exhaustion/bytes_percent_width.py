# taipan: expect = "memory"
# taipan: memory = "48MiB"
x = b'%2000000000d' % 1
