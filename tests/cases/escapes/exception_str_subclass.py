#! expect = {status = "error"}
class Text(str):
    def __str__(self):
        return "ESC" + "APED"

    def encode(self, *args):
        print("ESCAPED")
        return b""

class Evil(Exception):
    def __str__(self):
        return Text("contained")

raise Evil
