# Defaults, keyword-only, positional-only, *args and **kwargs in one signature.
def f(a, b=2, /, c=3, *args, d, e=5, **kwargs):
    return a, b, c, args, d, e, kwargs

print(f(1, d=4), f(1, 2, 3, 4, 5, d=6, z=7), f(1, c=30, d=4, a=100, b=200))

only_positional = lambda x, /: x
only_keyword = lambda *, key: key

def accumulate(item, bucket=[]):
    bucket.append(item)
    return bucket

print(accumulate(1), accumulate(2), accumulate(3, []), accumulate.__defaults__, f.__kwdefaults__)
calls = [
    lambda: f(), lambda: f(1), lambda: only_positional(x=1), lambda: only_keyword(1), lambda: f(1, d=1, **{"d": 2}),
    lambda: only_positional(1, 2), lambda: only_keyword(key=1, other=2), lambda: f(*[1, 2, 3, 4]),
    lambda: print(1, bad=2),
]
for call in calls:
    try:
        print(call())
    except TypeError:
        print("TypeError")
order = []
note = lambda x: order.append(x) or x
f(note(1), *[note(2)], d=note(3), **{"k": note(4)})
print(order, f.__name__, f.__code__.co_argcount, f.__code__.co_varnames[:4])
only_keyword(**{"key": "k"}), max(*[1, 5], key=lambda n: -n), dict(**{"a": 1}, b=2)
