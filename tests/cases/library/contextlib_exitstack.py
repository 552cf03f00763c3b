# ExitStack and its order, generators that yield wrongly.
from contextlib import ExitStack, contextmanager


@contextmanager
def res(n):
    print("open", n)
    yield n
    print("close", n)


with ExitStack() as stack:
    items = [stack.enter_context(res(i)) for i in range(3)]
    stack.callback(print, "callback", sep=":", end="!\n")
    print(items)
with ExitStack() as stack:
    stack.push(lambda *exc: print("saw", exc[0].__name__) or True)
    raise OSError("swallowed")
with ExitStack() as outer:
    outer.callback(print, "never")
    kept = outer.pop_all()
print("popped")
kept.close()


@contextmanager
def no_yield():
    if False:
        yield


@contextmanager
def two_yields():
    yield
    yield


for bad in (no_yield, two_yields):
    try:
        with bad():
            pass
    except RuntimeError as e:
        print(e)
