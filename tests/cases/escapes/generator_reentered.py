#! expect = {status = "ok"}
def gen():
    yield 1
    yield next(g)
    yield g.send(None)

g = gen()
next(g)
for use in (lambda: next(g), lambda: g.throw(ValueError), lambda: next(g)):
    try:
        use()
    except (ValueError, StopIteration) as error:
        print("contained:", error)

def closing():
    try:
        yield
    finally:
        c.close()

c = closing()
next(c)
try:
    c.close()
except ValueError as error:
    print("contained:", error)

async def co():
    return await me

me = co()
try:
    me.send(None)
except (RuntimeError, ValueError) as error:
    print("contained:", error)
