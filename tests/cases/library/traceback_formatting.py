# Tracebacks as text, from the exception at hand.
import io
import traceback


def inner(n):
    return 10 / n


def outer(n):
    return inner(n) + 1


try:
    outer(0)
except ZeroDivisionError as e:
    print(traceback.format_exc(), end="")
    print(traceback.format_exception_only(e))
    print([f.name for f in traceback.extract_tb(e.__traceback__)], traceback.extract_tb(e.__traceback__)[-1].line)
    print(traceback.format_exception(e, limit=1)[-1], len(traceback.format_tb(e.__traceback__)))
    out = io.StringIO()
    traceback.print_exc(limit=-1, file=out)
    print(out.getvalue(), end="")
try:
    try:
        {}["k"]
    except KeyError as e:
        raise ValueError("bad key") from e
except ValueError as e:
    print("".join(traceback.format_exception(e)), end="")
    print("".join(traceback.format_exception(e, chain=False)), end="")
t = traceback.TracebackException.from_exception(ValueError("made", "by hand"))
print(list(t.format()), t.exc_type_str, t.stack)
print(traceback.format_exception_only(KeyError("x")), traceback.format_exception_only(ValueError()), traceback.format_exc())
e = TypeError("with note")
e.add_note("first")
e.add_note("second\nline")
print("".join(traceback.format_exception_only(e)), end="")
frames = traceback.StackSummary.from_list([("f.py", 3, "run", "call()")])
print("".join(frames.format()), end="")
traceback.format_exception_only(OSError(2, "gone"))
