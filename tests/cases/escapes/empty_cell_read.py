#! expect = {status = "ok"}
import types

def outer():
    if 0:
        x = 1
    return lambda: x

try:
    print(outer()(), "ESCAPED")
except NameError as error:
    print("contained:", error)
try:
    print(types.CellType().cell_contents, "ESCAPED")
except ValueError as error:
    print("contained:", error)
f = outer()
f.__closure__[0].cell_contents = 5
del f.__closure__[0].cell_contents
try:
    print(f(), "ESCAPED")
except NameError as error:
    print("contained:", error)
