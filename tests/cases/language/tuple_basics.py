# Tuples: packing, nesting, single items, methods and immutability.
t = 1, "two", (3.0, [4])
single, empty = (5,), ()
print(t, single, empty, len(t), t[2][1], t + single, single * 3, ("a", "b") < ("a", "c"), (5) == 5)
t[2][1].append(6)
print(t, t.count(1), t.index("two"), 1 in t, tuple("abc"))
print(tuple(x * x for x in range(3)), hash((1, 2)) == hash((1, 2)))
for operation in (lambda: t.__setitem__(0, 9), lambda: hash(t), lambda: t.append(1), lambda: (1, 2).index(3)):
    try:
        operation()
    except (TypeError, AttributeError, ValueError) as exc:
        print(type(exc).__name__)
points = {(0, 0): "origin", (1, 2): "p"}
print(points[0, 0], points[(1, 2)], {(1, 2): 1} == {(1, 2.0): 1})
a = b = (1, 2)
a += (3,)
print(a, b, a is b, tuple(), tuple([1]), (*"ab", *[1]), min((3, 1), (2, 9)))

def several():
    return 1, 2

several(), [several()[0]], ((),)
