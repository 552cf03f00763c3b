# An exception whose __str__ raises.
class Broken(Exception):
    def __str__(self):
        raise RuntimeError("no text for you")


try:
    raise Broken("inner")
except Broken as e:
    print(e.args)
raise Broken(1, 2)
