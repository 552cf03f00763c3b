#! fuel = 20000
#! expect = "fuel"
from contextlib import ExitStack, suppress

while True:
    with ExitStack() as stack:
        stack.enter_context(suppress(BaseException))
        stack.callback(print, "left")
        while True:
            pass
