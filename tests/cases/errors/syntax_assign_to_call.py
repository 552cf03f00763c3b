# A call is no target; the hint proposes ==.
def f():
    return 1


f() = 2
