# with statements: enter, exit, suppression, several managers, ExitStack.
from contextlib import ExitStack, contextmanager, nullcontext, suppress

class Managed:
    def __init__(self, name, swallow=False):
        self.name, self.swallow = name, swallow

    def __enter__(self):
        print("enter", self.name)
        return self.name.upper()

    def __exit__(self, kind, value, traceback):
        print("exit", self.name, kind and kind.__name__, value)
        return self.swallow

with Managed("a") as a, Managed("b", swallow=True) as b:
    print(a, b)
    raise ValueError("inside")

@contextmanager
def tag(name):
    print(f"<{name}>")
    try:
        yield name
    finally:
        print(f"</{name}>")

with tag("p"), suppress(KeyError), ExitStack() as stack:
    names = [stack.enter_context(tag(n)) for n in "xy"]
    stack.callback(print, "callback", names)
    {}["missing"]
with (nullcontext(5) as five, nullcontext()):
    five += 1
five
