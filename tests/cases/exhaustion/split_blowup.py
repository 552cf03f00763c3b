# taipan: expect = "memory"
# taipan: memory = "48MiB"
x = ('a ' * 50_000_000).split()
