#! expect = {status = "fuel"}
bases = tuple(type('B%d' % i, (), {}) for i in range(2_000))
x = type('X', bases, {})
