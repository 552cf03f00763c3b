#! fuel = 10000
#! expect = "fuel"
# Nothing that guest code can replace takes part in the count.
import builtins
import sys

for name in ("BaseException", "Exception", "range", "print", "iter", "next", "len"):
    setattr(builtins, name, lambda *args, **kwargs: None)
sys.exc_info = lambda: None
sys.stdout = None
while True:
    pass
