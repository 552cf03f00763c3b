# taipan: memory = "16MiB"
# taipan: expect = "memory"
table = {}
while True:
    table[len(table)] = str(len(table))
