#! expect = {status = "ok"}
import sys

class Last:
    def __init__(self):
        self.me = self

    def __del__(self):
        print("ESC" + "APED")
        while True:
            pass

sys.last = Last()
sys.modules["last"] = Last()
Last()
cycle = [Last()]
cycle.append(cycle)
print("contained")
del cycle
