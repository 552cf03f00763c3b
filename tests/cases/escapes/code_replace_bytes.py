#! expect = {status = "ok"}
code = (lambda: 0).__code__
try:
    code.replace(co_code=bytes([1, 0]) * 8)
    print("ESCAPED")
except AttributeError as error:
    print("contained:", error)
