#! expect = {status = "ok"}
import functools
import types

class Partial(functools.partial):
    pass

for wrap in (lambda f: Partial(f), lambda f: types.MethodType(f, 1), staticmethod):
    f = lambda *a: "contained"
    for _ in range(20000):
        f = wrap(f)
    try:
        print("contained:", type(f()).__name__)
    except RecursionError as error:
        print("contained:", type(error).__name__)
    del f
