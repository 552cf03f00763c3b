#! expect = {status = "timeout"}
#! timeout = "300ms"
def f(x):
    while True:
        x *= x
f(12345)
