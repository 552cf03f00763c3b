#! expect = {status = "timeout"}
#! timeout = "300ms"
def f():
    try:
        f()
    finally:
        f()
f()
