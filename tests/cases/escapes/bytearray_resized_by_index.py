#! expect = {status = "ok"}
class Evil:
    def __init__(self, value):
        self.value = value

    def __index__(self):
        data.clear()
        return self.value

for use in (
    lambda: data.__setitem__(5, Evil(1)), lambda: data.__setitem__(Evil(5), 1), lambda: data[Evil(5)], lambda: data.insert(Evil(5), 1),
    lambda: data.insert(5, Evil(1)), lambda: data.pop(Evil(5)), lambda: data.__setitem__(slice(Evil(1), 9), b"abc"), lambda: data.append(Evil(1)),
    lambda: data.extend([Evil(1), Evil(2)]), lambda: data.find(b"a", Evil(1)), lambda: data.__contains__(Evil(97)), lambda: data * Evil(5),
    lambda: data.__setitem__(slice(0, 9, 2), [Evil(1)] * 5), lambda: data.split(b"a", Evil(2)), lambda: data.count(Evil(97)),
):
    data = bytearray(b"abcdefghij" * 10)
    try:
        use()
    except (IndexError, ValueError, TypeError, BufferError):
        pass
print("contained:", len(data) <= 101)
