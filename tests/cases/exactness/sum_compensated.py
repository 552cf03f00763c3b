# `sum` keeps the rounding errors of floats and gives them back at the end.
print(sum([0.1] * 10), sum([0.1, 0.2, 0.3]), sum([0.1] * 1000), sum([1 / 3] * 300))
print(sum([1e16, 1.0, -1e16]), sum([1.0, 1e100, 1.0, -1e100]))
print(sum([0.1] * 10, 1.5), sum([0.1] * 3, start=-0.0), sum(x / 10 for x in range(101)))
print(sum([]), sum([], 2.5), sum([True, True]), sum([1, 2.5]), sum([2**63, 1]), sum([2**62] * 4))
print(sum([1e308, 1e308, -1e308]), sum([float("inf"), 1.0]), sum([float("inf"), float("-inf")]))
print(sum([1j, 2, 0.5]), sum([[1], [2]], []), sum([(1,), (2,)], ()))
for call in (lambda: sum(["a"]), lambda: sum(["a"], ""), lambda: sum([b"a"], b""), lambda: sum(5), lambda: sum([1.5, "a"])):
    try:
        print(call())
    except TypeError as error:
        print(error)
