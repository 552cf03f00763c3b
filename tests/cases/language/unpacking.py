# Assignment unpacking: starred, nested, swaps, loops and calls.
a, b = 1, 2
a, b = b, a
(c, d), [e, *f] = (3, 4), "xyz"
first, *middle, last = range(6)
*init, tail = [9]
head, *rest = "q"
print(a, b, c, d, e, f, first, middle, last, init, tail, head, rest)
[x, [y, (z,)]] = 1, (2, [3])
print(x, y, z)
for i, (name, *scores) in enumerate([("ann", 1, 2), ("bob",), ("cyd", 3)]):
    print(i, name, scores)
data = [0, 1, 2]
i = 0
i, data[i] = 2, 9
print(i, data)
data[0], data[-1] = data[-1], data[0]
obj = type("Obj", (), {})()
obj.attr, obj.list = 1, [*range(2), *"ab", *{"k": 1}]
print(data, obj.attr, obj.list, {**{"a": 1}, "b": 2, **{"a": 3}}, (*[1], 2))
k, v = {"key": "value"}.popitem()
p, q, *_ = {"d1": 1, "d2": 2, "d3": 3}
print(k, v, p, q, *"end", sep="-")
for bad in ("ab", "abcd", ""):
    try:
        m, n, o = bad
    except ValueError as exc:
        print(type(exc).__name__)
(lambda *args, **kw: (args, kw))(*[1], 2, *(3,), x=4, **{"y": 5})
