# taipan: expect = "memory"
# taipan: memory = "48MiB"
def g():
    yield
x = []
while True:
    x.append(g())
