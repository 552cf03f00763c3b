#! expect = "error"
class Broken:
    def __repr__(self):
        raise ValueError("no text for this")


[1, Broken()]
