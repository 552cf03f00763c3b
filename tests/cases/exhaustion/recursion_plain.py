#! expect = {status = "error"}
def f():
    f()
f()
