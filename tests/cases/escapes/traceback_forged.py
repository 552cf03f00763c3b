#! expect = {status = "error"}
import types

def frame():
    try:
        raise ValueError
    except ValueError as error:
        return error.__traceback__.tb_frame

held = frame()
tb = None
for lasti, line in ((-5, -7), (10**6, 10**6), (2**31 - 1, 2**31 - 1), (0, 0)):
    try:
        tb = types.TracebackType(tb, held, lasti, line)
    except Exception as error:
        print("contained:", type(error).__name__)
try:
    tb.tb_next = tb
    print("ESCAPED")
except (ValueError, AttributeError) as error:
    print("contained:", error)
raise ValueError("contained: forged").with_traceback(tb)
