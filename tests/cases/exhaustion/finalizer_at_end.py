#! expect = {status = "ok"}
class A:
    def __del__(self):
        while True:
            pass
a = A()
a.b = a
