#! expect = {status = "fuel"}
#! fuel = 100000
class S:
    def __enter__(self): return self
    def __exit__(self, *a): return True
while True:
    with S():
        while True:
            pass
