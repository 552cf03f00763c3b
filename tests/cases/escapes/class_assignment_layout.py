#! expect = {status = "ok"}
class Slots:
    __slots__ = ("a", "b")

class Other:
    __slots__ = ("c", "d", "e")

class Plain:
    pass

class Number(int):
    pass

class Text(str):
    __slots__ = ()

class Items(list):
    __slots__ = ("a",)

objects = [Slots(), Other(), Plain(), Number(5), Text("x"), Items(), type("Error", (ValueError,), {})()]
for thing in objects:
    for class_ in map(type, objects):
        try:
            thing.__class__ = class_
            if type(thing).__base__ is not class_.__base__:
                print("ESCAPED", thing)
        except TypeError:
            pass
print("contained:", [type(thing).__name__ for thing in objects])
