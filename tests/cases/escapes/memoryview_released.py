#! expect = {status = "ok"}
import array
import struct

class Evil:
    def __index__(self):
        view.release()
        return 1

for use in (
    lambda: view[Evil()], lambda: view.__setitem__(Evil(), 1), lambda: view.__setitem__(0, Evil()), lambda: view[Evil():5], lambda: view.cast("I")[Evil()],
    lambda: view.__setitem__(slice(Evil(), 3), b"ab"), lambda: struct.pack_into("I", view, Evil(), 5), lambda: struct.unpack_from("I", view, Evil()),
    lambda: struct.pack_into("I", view, 0, Evil()), lambda: view.cast("B", [Evil(), 16]), lambda: view.hex("x", Evil()), lambda: view.index(Evil()),
):
    data = bytearray(range(16))
    view = memoryview(data)
    try:
        use()
    except (ValueError, TypeError, IndexError, BufferError, struct.error, AttributeError):
        pass
    try:
        view.release()
        view[0]
        print("ESCAPED")
    except ValueError as error:
        last = error
print("contained:", last)
