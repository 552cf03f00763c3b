# Mutable bytes and views on them.
data = bytearray(b"hello world")
data[0] = ord("J")
data[-5:] = b"there!"
data += b"?"
data.append(33)
data.extend([46, 46])
data.insert(0, 62)
print(data, data.pop(), data.pop(0), len(data))
data.remove(ord("?"))
data.reverse()
print(data, bytes(data[:3]), data.find(b"e"), data.count(b"l"), data[::4])
data.reverse()
view = memoryview(data)
view[0] = ord("Y")
part = view[6:11]
print(bytes(part), part.tolist(), part.nbytes, view.readonly, view.format, view.itemsize, part == b"there")
part[:] = b"THERE"
print(data, view[0], bytes(view[::-1][:3]))
for operation in (
    lambda: memoryview(b"ro").__setitem__(0, 1), lambda: data.append(256), lambda: data.append(1),
    lambda: part.__setitem__(slice(0, 2), b"x"),
):
    try:
        operation()
        print("done")
    except (TypeError, ValueError, BufferError) as exc:
        print(type(exc).__name__)
view.release(), part.release()
data.append(1)
cast = memoryview(bytes(range(8))).cast("H")
print(cast.shape, len(cast), data.isupper(), bytearray(3), bytearray("é", "utf-8"), bytearray(b"ab") + b"c")
data.clear()
data, bytearray(b"x") == b"x"
