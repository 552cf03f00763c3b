#! expect = {status = "ok"}
data = bytearray(b"abcdef" * 100)
view = memoryview(data)
for change in (
    lambda: data.clear(), lambda: data.append(1), lambda: data.extend(b"x" * 10000), lambda: data.pop(), lambda: data.insert(0, 1),
    lambda: data.__setitem__(slice(0, 5), b""), lambda: data.__delitem__(slice(None)), lambda: data.__iadd__(b"x" * 10000),
    lambda: data.__imul__(1000), lambda: data.remove(97), lambda: data.resize(10**6),
):
    try:
        change()
        print("ESCAPED")
    except (BufferError, AttributeError) as error:
        print("contained:", type(error).__name__)
print("contained:", view[0], len(view))
