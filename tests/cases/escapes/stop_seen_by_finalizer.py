#! fuel = 100000
#! expect = {status = "fuel"}
seen = []

class Loop:
    def __del__(self):
        try:
            while True:
                pass
        except BaseException as error:
            seen.append(error)
            print("ESCAPED")

import sys

sys.unraisablehook = lambda args: print("ESCAPED", args)
Loop()
print("ESCAPED")
