#! memory = "16MiB"
#! expect = "memory"
table = {}
while True:
    table[len(table)] = str(len(table))
