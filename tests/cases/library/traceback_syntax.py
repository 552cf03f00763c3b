# SyntaxErrors and groups through the traceback module.
import traceback

for source in ("x = = 1", "print('a'", "def f(:\n  pass", "if True:\nx", "'open", "a b", "return 1\n +"):
    try:
        compile(source, "<input>", "exec")
    except SyntaxError as e:
        lines = traceback.format_exception_only(e)
        print(repr(source), type(e).__name__, e.lineno, lines[0].strip(), lines[1].strip() if len(lines) > 1 else "")
try:
    raise ExceptionGroup("two", [ValueError("a"), TypeError("b")])
except ExceptionGroup as e:
    print(traceback.format_exc(), end="")
    print([type(x).__name__ for x in traceback.TracebackException.from_exception(e).exceptions])


def walk(n):
    if n == 0:
        raise RuntimeError("bottom")
    walk(n - 1)


try:
    walk(6)
except RuntimeError as e:
    print(traceback.format_exc(), end="")
    print([(f.name, f.lineno, f.filename) for f in traceback.extract_tb(e.__traceback__)][-1])
traceback.TracebackException.from_exception(SyntaxError("msg", ("f", 3, 2, "text", 3, 4))).text
