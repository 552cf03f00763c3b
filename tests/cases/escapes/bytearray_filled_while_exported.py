#! expect = {status = "ok"}
data = bytearray(b"abcdef" * 100)
view = memoryview(data)

class Looks:
    def __iter__(self):
        global late
        late = memoryview(other)
        return iter(range(3))

other = bytearray(b"123")
for change in (
    lambda: data.__init__(), lambda: data.__init__(b""), lambda: data.__init__(5), lambda: data.__init__(bytearray(3)),
    lambda: data.__init__([1, 2]), lambda: bytearray.__init__(data, "x", "utf-8"), lambda: other.__init__(Looks()),
):
    try:
        change()
        print("ESCAPED")
    except BufferError as error:
        print("contained:", error)
print("contained:", view[0], len(view), bytes(late))
late.release()
other.__init__([7, 8])
print("contained:", other)
