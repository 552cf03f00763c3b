#! fuel = 10000
#! expect = "fuel"
# A generator that ignores being closed.
def stubborn():
    while True:
        try:
            yield
        except BaseException:
            pass


g = stubborn()
next(g)
while True:
    g.throw(ValueError)
