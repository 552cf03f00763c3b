# partial, reduce, wraps, total_ordering, cmp_to_key.
import functools
from functools import cmp_to_key, partial, reduce, total_ordering, wraps

print(reduce(lambda a, b: a * b, range(1, 6)), reduce(max, [3, 9, 2]), reduce(lambda a, b: a + b, [], "start"))
base2 = partial(int, base=2)
print(base2("1010"), base2.keywords, base2.args, partial(print, "a", sep="-").func is print, partial(partial(pow, 2), 5)())


def log(f):
    @wraps(f)
    def wrapper(*args):
        return f"<{f(*args)}>"
    return wrapper


@log
def add(a, b):
    "Adds."
    return a + b


print(add(1, 2), add.__name__, add.__doc__, add.__wrapped__(1, 2))


@total_ordering
class Version:
    def __init__(self, text):
        self.parts = tuple(map(int, text.split(".")))

    def __eq__(self, other):
        return self.parts == other.parts

    def __lt__(self, other):
        return self.parts < other.parts


print(Version("1.10") > Version("1.9"), Version("1.0") <= Version("1.0"), max(map(Version, ["1.2", "1.11"])).parts)
print(sorted(["3", "30", "34", "5"], key=cmp_to_key(lambda a, b: 1 if a + b < b + a else -1)))
try:
    reduce(max, [])
except TypeError as e:
    print(e)
functools.reduce(lambda acc, d: acc * 10 + d, [1, 2, 3])
