# taipan: memory = "16MiB"
# taipan: expect = "memory"
items = []
while True:
    items.append(len(items))
