#! expect = {status = "memory"}
#! memory = "48MiB"
x = []
while True:
    try:
        while True:
            x.append('a' * 1_000_000)
    except MemoryError:
        pass
