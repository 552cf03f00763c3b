#! expect = {status = "ok"}
def gen():
    for i in range(3):
        yield i
    yield "ESCAPED"

g = gen()
next(g)
try:
    g.gi_frame.f_lineno = 4
    print(next(g))
except Exception as error:
    print("contained:", type(error).__name__)
print("contained:", next(g))
