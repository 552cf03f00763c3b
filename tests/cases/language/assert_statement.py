# assert with and without messages, and what counts as true.
def check(value, message=None):
    try:
        if message is None:
            assert value
        else:
            assert value, message
    except AssertionError as exc:
        return repr(exc), exc.args
    return "passed"

class Truth:
    def __bool__(self):
        print("asked")
        return False

print(check(1), check(0), check([], "empty list"), check("", {"any": "object"}), check(Truth(), 5))
evaluated = []
assert True, evaluated.append("message not evaluated")
try:
    assert (lambda: 0)(), evaluated.append("evaluated")
except AssertionError as exc:
    print(exc.args, evaluated)

def invariant(xs):
    assert isinstance(xs, list) and all(x > 0 for x in xs), f"bad list: {xs}"
    return sum(xs)

print(invariant([1, 2]))
try:
    invariant([1, -2])
except AssertionError as exc:
    print(exc)
__debug__, issubclass(AssertionError, Exception)
