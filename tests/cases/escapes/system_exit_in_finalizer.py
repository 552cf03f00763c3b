#! expect = {status = "ok"}
import sys

class Exit:
    def __del__(self):
        sys.exit(7)

Exit()
print("contained: still here")
