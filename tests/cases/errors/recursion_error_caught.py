# RecursionError can be caught like any other.
def depth(n):
    try:
        return depth(n + 1)
    except RecursionError:
        return "hit the floor"


print(depth(0))
raise RecursionError("raised by hand")
