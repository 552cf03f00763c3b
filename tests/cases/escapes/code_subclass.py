#! expect = {status = "ok"}
Code = type((lambda: 0).__code__)
try:

    class Mine(Code):
        pass

    print("ESCAPED")
except TypeError as error:
    print("contained:", error)
