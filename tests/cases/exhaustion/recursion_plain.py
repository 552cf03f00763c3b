# taipan: expect = "error"
def f():
    f()
f()
