#! expect = {status = "ok"}
Code = type((lambda: 0).__code__)
for make in (
    lambda: Code(0, 0, 0, 0, 0, 0, bytes(8), (), (), (), "f", "n", "q", 1, b"", b""),
    lambda: Code.__new__(Code),
    lambda: type.__call__(Code),
    lambda: object.__new__(Code),
    lambda: Code.__new__(Code, 0, 0, 0, 0, 0, 0, bytes(8), (), (), (), "f", "n", "q", 1, b"", b""),
):
    try:
        make()
        print("ESCAPED")
    except TypeError as error:
        print("contained:", error)
