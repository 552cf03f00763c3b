#! expect = {status = "memory"}
#! memory = "48MiB"
class A: pass
a = A()
i = 0
while True:
    setattr(a, 'x%d' % i, 'y' * 10_000)
    i += 1
