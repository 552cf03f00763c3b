# taipan: expect = "memory"
# taipan: memory = "48MiB"
x = []
while True:
    x.append(lambda: x)
