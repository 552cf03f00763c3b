#! expect = {status = "ok"}
import contextvars
import functools
import typing

for thing in (None, ..., NotImplemented, typing.NoDefault, contextvars.Token.MISSING, functools.Placeholder, int.__dict__["real"], str.join, len, ().__class__.__new__):
    for name in ("left", "__doc__", "__name__", "__module__", "__qualname__", "__class__"):
        try:
            setattr(thing, name, "left")
            if getattr(thing, name) == "left" and not callable(thing):
                print("ESCAPED", thing, name)
        except (TypeError, AttributeError):
            pass
print("contained")
