#! recursion = 200
#! alone = "the bound is lower than what CPython is told"
# Too deep a recursion is an exception like any other.
def down(n):
    try:
        return down(n + 1)
    except RecursionError:
        return n > 150


print(down(0))
try:
    (lambda f: f(f))(lambda f: f(f))
except RecursionError as error:
    print(type(error).__name__, error)
