# taipan: expect = "memory"
# taipan: memory = "48MiB"
x = '%1000000000d' % 1
