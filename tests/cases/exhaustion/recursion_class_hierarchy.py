#! expect = {status = "ok"}
c = object
for i in range(300):
    c = type('C%d' % i, (c,), {})
x = c()
x.__class__.__mro__[-1]
