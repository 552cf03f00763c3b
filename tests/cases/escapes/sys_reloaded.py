#! expect = {status = "ok"}
import sys

kept = sys
del sys.modules["sys"]
try:
    import sys as again
except ImportError:
    again = kept

for name in ("monitoring", "settrace", "setprofile", "addaudithook", "_current_frames"):
    if hasattr(again, name) or hasattr(kept, name):
        print("ESCAPED", name)
print("contained:", again is not None)
