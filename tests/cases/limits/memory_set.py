#! memory = "16MiB"
#! expect = "memory"
seen = set()
while True:
    seen.add(len(seen))
