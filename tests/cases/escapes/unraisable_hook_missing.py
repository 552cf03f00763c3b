#! expect = {status = "ok"}
import sys

class Noisy:
    def __del__(self):
        raise ValueError("in the finalizer")

del sys.unraisablehook
Noisy()
sys.unraisablehook = lambda args: 1 / 0
Noisy()
sys.unraisablehook = None
Noisy()
sys.modules["sys"] = None
Noisy()
del sys.modules["sys"]
Noisy()
print("contained: five failed finalizers")
