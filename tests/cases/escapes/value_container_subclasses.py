#! expect = {status = "ok"}
class List(list):
    def __iter__(self):
        raise SystemExit("ESC" + "APED")

    def __len__(self):
        return 10**9

class Dict(dict):
    def items(self):
        raise SystemExit("ESC" + "APED")

    def keys(self):
        raise SystemExit("ESC" + "APED")

class Text(str):
    def __str__(self):
        raise SystemExit("ESC" + "APED")

class Whole(int):
    def __index__(self):
        raise SystemExit("ESC" + "APED")

    def __str__(self):
        raise SystemExit("ESC" + "APED")

[List([1]), Dict(a=1), Text("x"), Whole(7)]
