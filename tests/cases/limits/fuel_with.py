#! fuel = 10000
#! expect = "fuel"
# An `__exit__` that suppresses everything.
class Suppress:
    def __enter__(self):
        return self

    def __exit__(self, *details):
        print("suppressed", details)
        return True


while True:
    with Suppress():
        while True:
            pass
