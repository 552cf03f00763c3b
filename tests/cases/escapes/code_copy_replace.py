#! expect = {status = "ok"}
import copy

code = (lambda: 0).__code__
try:
    copy.replace(code, co_code=bytes(8))
    print("ESCAPED")
except TypeError as error:
    print("contained:", error)
