#! expect = {status = "ok"}
import sys

hooks = []
sys.set_asyncgen_hooks(firstiter=hooks.append, finalizer=hooks.append)

async def agen():
    yield 1

a = agen()
a.asend(None)
a.__anext__()
print("contained:", len(hooks))
