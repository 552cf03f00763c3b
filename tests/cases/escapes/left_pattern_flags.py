#! expect = {status = "ok"}
import collections.abc
import types

class Left:
    __len__ = lambda self: 0

collections.abc.Sequence.register(int)
collections.abc.Mapping.register(float)
collections.abc.Sequence.register(Left)
collections.abc.Sequence.register(types.MappingProxyType)
match (5, Left()):
    case ([*_], _):
        print("ESCAPED: an int is a sequence")
    case (_, [*_]):
        print("contained: for a class of this run")
match types.MappingProxyType({}):
    case {**_rest}:
        print("contained: it is what it was")
