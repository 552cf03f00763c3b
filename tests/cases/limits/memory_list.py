#! memory = "16MiB"
#! expect = "memory"
items = []
while True:
    items.append(len(items))
