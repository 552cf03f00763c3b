# taipan: memory = "16MiB"
# taipan: expect = "memory"
seen = set()
while True:
    seen.add(len(seen))
