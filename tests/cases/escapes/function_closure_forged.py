#! expect = {status = "ok"}
import types

def outer():
    x = 1
    return lambda: x

code = outer().__code__
for closure in (None, (), (1,), (types.CellType(1), types.CellType(2)), [types.CellType(1)]):
    try:
        print(types.FunctionType(code, {}, "f", None, closure)())
        print("ESCAPED")
    except (TypeError, ValueError) as error:
        print("contained:", error)
for closure in (None, (1,), (types.CellType(),) * 2):
    try:
        exec(code, {}, closure=closure)
        print("ESCAPED")
    except (TypeError, ValueError) as error:
        print("contained:", error)
