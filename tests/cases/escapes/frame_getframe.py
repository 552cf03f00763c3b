#! expect = {status = "ok"}
import sys

def who():
    frame = sys._getframe(1)
    return frame.f_code.co_name, frame.f_lineno, sorted(name for name in dir(frame) if not name.startswith("__"))

def caller():
    return who()

name, line, attributes = caller()
print("contained:" if attributes == ["f_code", "f_lasti", "f_lineno"] else "ESCAPED", name, line, attributes)
for attempt in (lambda: sys._getframe(10**9), lambda: sys._current_frames(), lambda: sys._getframe("0")):
    try:
        print("ESCAPED", attempt())
    except Exception as error:
        print("contained:", type(error).__name__)
