# Chained comparisons evaluate each operand once and stop early.
def show(x):
    print("eval", x)
    return x

print(show(1) < show(2) < show(3))
print(show(3) < show(2) < show(1))
print(1 < 2 > 1 != 0, 1 == 1.0 == True, 3 > 2 == 2, (3 > 2) == 2)
print(1 < 3 in [3, 4], None is None is not False, not 1 == 2, "a" < "b" < "ba")
x = 5
print([lo <= x < hi for lo, hi in [(0, 5), (5, 6), (6, 5)]])
nan = float("nan")
print(nan == nan, nan != nan, nan < 1, nan in [nan], [nan] == [nan], [nan] == [float("nan")])
for left, right in [(1, "a"), ([1], (1,)), (None, 0), (1j, 2j)]:
    try:
        print(left < right)
    except TypeError as exc:
        print(exc)
(1, 2) < (1, 2, 0) < (1, 3), [1, 2] != [2, 1]
