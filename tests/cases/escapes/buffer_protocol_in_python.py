#! expect = {status = "ok"}
class Evil:
    def __init__(self, answer):
        self.answer = answer

    def __buffer__(self, flags):
        if isinstance(self.answer, Exception):
            raise self.answer
        return self.answer

    def __release_buffer__(self, view):
        view.release()
        raise ValueError("released twice")

released = memoryview(b"abc")
released.release()
for answer in (None, b"abc", memoryview(b"abc"), released, memoryview(bytearray(b"x"))[::-1], ValueError("no"), 5):
    for use in (bytes, bytearray, memoryview, lambda e: b"".join([e]), lambda e: b"x" + e, lambda e: int.from_bytes(e), lambda e: bytearray(5).extend(e)):
        try:
            use(Evil(answer))
        except Exception as error:
            last = type(error).__name__
print("contained:", last)
