# taipan: expect = "timeout"
# taipan: timeout = "300ms"
def f():
    try:
        f()
    finally:
        f()
f()
