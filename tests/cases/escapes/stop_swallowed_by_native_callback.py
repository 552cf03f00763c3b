#! fuel = 200000
#! expect = {status = "fuel"}
class Key:
    def __init__(self, n):
        self.n = n

    def __lt__(self, other):
        try:
            while True:
                pass
        except BaseException:
            print("ESCAPED")
            return True

while True:
    try:
        sorted([Key(1), Key(2)])
    except BaseException:
        print("ESCAPED")
