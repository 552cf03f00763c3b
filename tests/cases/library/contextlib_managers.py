# contextmanager, suppress, closing, nullcontext, redirect_stdout.
import io
import sys
from contextlib import closing, contextmanager, nullcontext, redirect_stderr, redirect_stdout, suppress


@contextmanager
def tag(name):
    print(f"<{name}>")
    try:
        yield name.upper()
    except ValueError as e:
        print("handled", e)
    finally:
        print(f"</{name}>")


with tag("a") as upper, tag("b"):
    print(upper)
with tag("c"):
    raise ValueError("inside")
print("after")
with suppress(KeyError, IndexError):
    {}["missing"]
    print("not reached")
buffer = io.StringIO()
with redirect_stdout(buffer):
    print("captured")
with redirect_stderr(buffer):
    print("err", file=sys.stderr)
print(repr(buffer.getvalue()))


class Resource:
    def close(self):
        print("closed")


with closing(Resource()) as r, nullcontext(7) as n:
    print(type(r).__name__, n)
try:
    with tag("d"):
        raise KeyError("passes through")
except KeyError as e:
    print("outside", e)
with nullcontext("value") as v:
    pass
v
