#! expect = {status = "ok"}
import sys

class Evil:
    def __getattr__(self, name):
        raise SystemExit("ESC" + "APED")

sys.modules["__main__"] = Evil()
sys.modules["decimal"] = Evil()
sys.modules["datetime"] = Evil()
globals()["__name__"] = 5
globals()[5] = "odd"
globals()["__builtins__"] = None
del __spec__, __loader__
"contained"
