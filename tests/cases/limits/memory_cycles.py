#! memory = "16MiB"
#! expect = "ok"
# Garbage in cycles is collected as the run goes on.
for i in range(20000):
    items = [i] * 100
    items.append(items)
len(items)
