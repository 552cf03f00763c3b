# Custom exceptions: hierarchy, attributes, str, args and re-raising.
class AppError(Exception):
    code = 1

class NotFound(AppError, LookupError):
    code = 404

    def __init__(self, what, *, where="store"):
        super().__init__(what)
        self.where = where

    def __str__(self):
        return f"{self.args[0]!r} not in {self.where}"

def find(key):
    raise NotFound(key)

for catcher in (NotFound, AppError, LookupError, Exception):
    try:
        find("apple")
    except catcher as exc:
        print(catcher.__name__, exc, repr(exc), exc.code, exc.args, exc.where)
try:
    try:
        find(1)
    except AppError as exc:
        exc.where = "changed"
        raise
except LookupError as exc:
    print(exc)
e = AppError("a", 2)
e.extra = 1
e, str(e), str(AppError()), AppError("x") == AppError("x"), vars(e), isinstance(NotFound("k"), (KeyError, AppError))
