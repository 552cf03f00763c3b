#! expect = {status = "ok"}
import collections

for make, change in (
    (lambda: {i: i for i in range(10)}, lambda c: c.clear()), (lambda: {i: i for i in range(10)}, lambda c: c.update({99: 1})),
    (lambda: set(range(10)), lambda c: c.clear()), (lambda: set(range(10)), lambda c: c.add(99)),
    (lambda: collections.deque(range(10)), lambda c: c.clear()), (lambda: collections.deque(range(10)), lambda c: c.rotate(3)),
    (lambda: collections.OrderedDict.fromkeys(range(10)), lambda c: c.move_to_end(0)), (lambda: collections.OrderedDict.fromkeys(range(10)), lambda c: c.clear()),
    (lambda: list(range(10)), lambda c: c.clear()), (lambda: bytearray(10), lambda c: c.clear()),
):
    for walk in (iter, reversed, lambda c: iter(c.items()) if hasattr(c, "items") else iter(c), enumerate, lambda c: zip(c, c)):
        container = make()
        try:
            it = walk(container)
            next(it)
            change(container)
            for _ in range(30):
                next(it)
        except (RuntimeError, StopIteration, TypeError):
            pass
print("contained")
