# What a SyntaxError was made with: its message, and where it is.
import copy

for source in ("x = (", "x = 'abc", "a b", "def f(:\n  pass", "1 = 2", "f(a=1, 2)", "'''abc", "for", "x = $"):
    try:
        compile(source, "snippet", "exec")
    except SyntaxError as e:
        print(e.args, repr(e.text))
        assert copy.copy(e).lineno == e.lineno
try:
    exec("x y")
except SyntaxError as e:
    print(repr(e), "|", e)
