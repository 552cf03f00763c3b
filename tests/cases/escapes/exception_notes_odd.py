#! expect = {status = "error"}
class Evil:
    def __str__(self):
        raise ValueError("ESC" + "APED")

for notes in ([1, None, Evil(), b"x", ["contained"]], "text", 5, None, (1, 2), {"a": 1}):
    try:
        error = ValueError("contained")
        error.__notes__ = notes
        raise error
    except ValueError as caught:
        last = caught
last.__notes__ = [Evil()] * 3
raise last
