#! expect = {status = "memory"}
#! memory = "48MiB"
def g():
    yield
x = []
while True:
    x.append(g())
