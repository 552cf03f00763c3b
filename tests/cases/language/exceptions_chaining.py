# Implicit and explicit chaining: __context__, __cause__ and from None.
def convert(text):
    try:
        return int(text)
    except ValueError as exc:
        raise KeyError(text) from exc

def hide(text):
    try:
        return int(text)
    except ValueError:
        raise LookupError("hidden") from None

def accident(text):
    try:
        return int(text)
    except ValueError:
        return undefined_name

for function in (convert, hide, accident):
    try:
        function("x")
    except Exception as exc:
        chain = (type(exc.__cause__).__name__, type(exc.__context__).__name__, exc.__suppress_context__)
        print(type(exc).__name__, *chain)
try:
    try:
        raise ValueError("first")
    finally:
        {}["second"]
except KeyError as exc:
    print(repr(exc), repr(exc.__context__), exc.__context__.__context__)
    kept = exc
kept.__context__, kept.args, kept.__traceback__ is not None
