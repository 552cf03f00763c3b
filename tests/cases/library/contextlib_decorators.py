# Context managers used as decorators, and a generator that cleans up.
from contextlib import ContextDecorator, contextmanager


@contextmanager
def tag(name):
    print(f"<{name}>")
    yield
    print(f"</{name}>")


@tag("deco")
def work():
    return 42


print(work(), work())


class Track(ContextDecorator):
    def __enter__(self):
        print("enter")

    def __exit__(self, *exc):
        print("exit", exc[0].__name__ if exc[0] else None)
        return True


@Track()
def fails():
    1 / 0


print(fails())
with Track() as value:
    print(value)


@contextmanager
def indent(levels):
    levels.append("  ")
    try:
        yield lambda text: print("".join(levels) + text)
    finally:
        levels.pop()


levels = []
with indent(levels) as say:
    say("one")
    with indent(levels) as say:
        say("two")
len(levels)
