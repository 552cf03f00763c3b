# KeyError keeps its args, whatever they are.
try:
    {}[("a", 1)]
except KeyError as e:
    print(e.args, str(e))
try:
    raise KeyError("one", 2)
except KeyError as e:
    print(e.args, str(e), repr(e))
try:
    raise KeyError()
except KeyError as e:
    print(e.args, repr(str(e)))
raise KeyError("line one\nline two")
