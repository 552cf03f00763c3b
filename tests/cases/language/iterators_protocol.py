# The iterator protocol: __iter__, __next__, __getitem__ fallback, iter(callable, sentinel).
class Countdown:
    def __init__(self, n):
        self.n = n

    def __iter__(self):
        return self

    def __next__(self):
        if self.n == 0:
            raise StopIteration
        self.n -= 1
        return self.n + 1

class Old:
    def __getitem__(self, i):
        return [0, 10, 20][i]

c = Countdown(3)
print(list(c), list(c), 2 in Countdown(3), max(Countdown(5)))
print([*zip(Countdown(2), "xyz")], list(Old()), 20 in Old(), sum(Old()))
values = iter([3, 1, 4, 0, 9])
print(list(iter(lambda: next(values), 0)), next(values))
print(next(values, "done"), next(iter({"k": 1})), next(iter(range(5, 9))))
it = iter("abcdef")
print([*zip(it, it)], list(it), list(map(next, [iter([1]), iter([2])])), dict(zip(*[iter("k1v2")] * 2)))
for bad in (5, None, type("NoNext", (), {"__iter__": lambda self: 5})()):
    try:
        iter(bad)
    except TypeError as exc:
        print(type(exc).__name__)
for i, x in enumerate(loop := [1, 2, 3]):
    if i < 2:
        loop.append(x * 10)
loop, iter(c) is c
