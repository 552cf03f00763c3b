#! expect = {status = "ok"}
import sys

class Text(Exception):
    def __repr__(self):
        return "the run's own standard error"

    __str__ = __repr__

class Fake:
    def __getattr__(self, name):
        raise Text

    def unraisablehook(self, args):
        raise Text

class Noisy:
    def __del__(self):
        raise ValueError("in the finalizer")

for fake in (Fake(), type("Other", (), {"unraisablehook": Fake.unraisablehook})()):
    sys.modules["sys"] = fake
    sys.unraisablehook = fake.unraisablehook
    Noisy()
print("contained: nothing but stderr of the run")
