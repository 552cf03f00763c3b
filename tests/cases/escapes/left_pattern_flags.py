import collections.abc

class Left(str):
    pass

collections.abc.Sequence.register(int)
collections.abc.Mapping.register(float)
collections.abc.Sequence.register(Left)
match 5:
    case [*_]:
        print("contained: for this run")
    case _:
        print("contained: not at all")
