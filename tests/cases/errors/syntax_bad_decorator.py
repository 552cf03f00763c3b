# A decorator that is no expression.
@
def f():
    pass
