#! expect = {status = "error"}
class Evil:
    def __str__(self):
        raise SystemExit("ESC" + "APED")

    def __index__(self):
        raise SystemExit("ESC" + "APED")

for text, line, offset in (("x" * 100, 10**30, -5), (b"bytes", "1", None), (Evil(), Evil(), Evil()), ("a\nb", 2, 10**9), ("é" * 5, 1, 3)):
    error = SyntaxError("contained")
    error.text = text
    error.lineno = line
    error.offset = offset
    error.end_lineno = -1
    error.end_offset = 2**62
    error.filename = "main.py"
    error.msg = Evil()
    try:
        raise error
    except SyntaxError as caught:
        last = caught
last.msg = "contained"
last.filename = Evil()
raise last
