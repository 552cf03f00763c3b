#! expect = {status = "ok"}
import array

class Evil:
    def __index__(self):
        data.__init__("i", []) if False else data.__delitem__(slice(None))
        return 1

    def __float__(self):
        del data[:]
        return 1.0

for use in (lambda: data.__setitem__(Evil(), 1), lambda: data.__setitem__(5, Evil()), lambda: data.insert(Evil(), 1), lambda: data.insert(3, Evil()), lambda: data.pop(Evil()), lambda: data.extend([Evil()] * 9), lambda: data[Evil()], lambda: data.index(1, Evil()), lambda: data * Evil()):
    data = array.array("i", range(100))
    try:
        use()
    except (IndexError, ValueError, TypeError, BufferError, OverflowError):
        pass
data = array.array("i", range(100))
view = memoryview(data)
for use in (lambda: data.append(1), lambda: data.pop(), data.clear if hasattr(data, "clear") else lambda: data.__delitem__(slice(None)), lambda: data.extend(data), lambda: data.__imul__(5)):
    try:
        use()
        print("ESCAPED")
    except BufferError:
        pass
print("contained:", view[99])
