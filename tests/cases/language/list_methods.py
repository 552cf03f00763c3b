# List methods and operators.
xs = [3, 1, 2]
xs.append(5)
xs.extend("ab")
xs.insert(1, "mid")
xs.insert(-100, "first")
xs.insert(100, "last")
print(xs, xs.pop(), xs.pop(0), xs.pop(-2), xs.index("mid"), xs.count(1), 3 in xs)
xs.remove("mid")
xs.remove("b")
xs.sort(reverse=True)
print(xs, xs.copy() == xs, xs.copy() is xs, xs + [0], xs * 2, [*xs, *xs[:1]])
xs.reverse()
print(xs, list("ab") < list("abc"), [1, [2]] == [1, [2]], [None] * 3, [[]] * 2, max(xs), sum(xs))
rows = [[0] * 2 for _ in range(2)]
rows[0][0] = 1
shared = [[0] * 2] * 2
shared[0][0] = 1
print(rows, shared)
recursive = [1]
recursive.append(recursive)
print(recursive, recursive[1][1][0])
for operation in (
    lambda: [].pop(), lambda: [1].remove(2), lambda: [1].index(9), lambda: [1][3],
    lambda: [1] + (2,), lambda: [3, "a"].sort(),
):
    try:
        operation()
    except (IndexError, ValueError, TypeError) as exc:
        print(type(exc).__name__, exc)
xs.clear()
xs, list(range(0)), [1, 2, 3].index(3, 1), list({"k": 1}), not []
