#! expect = {status = "ok"}
import sys

class Evil:
    def write(self, text):
        raise SystemExit("contained")

    def flush(self):
        raise SystemExit("contained")

sys.stderr = Evil()
sys.__stdout__.write("contained: own stream\n")
for stream in (None, 5, Evil(), sys.__stdout__.buffer):
    sys.stdout = stream
    try:
        print("contained")
    except BaseException as error:
        last = type(error).__name__
del sys.stdout
try:
    print("x")
except RuntimeError as error:
    last = str(error)
sys.__stdout__.write(last)
