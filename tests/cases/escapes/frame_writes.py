#! expect = {status = "ok"}
import sys

def frame():
    try:
        raise ValueError
    except ValueError as error:
        return error.__traceback__.tb_frame

held = frame()
for name, value in (
    ("f_lineno", 2), ("f_trace", print), ("f_trace_opcodes", True), ("f_lasti", 0), ("f_back", None),
    ("f_code", None), ("f_globals", {}), ("f_locals", {}), ("f_builtins", {}),
):
    try:
        setattr(held, name, value)
        print("ESCAPED", name)
    except (AttributeError, TypeError, ValueError, RuntimeError) as error:
        print("contained:", name, type(error).__name__)
print("contained:", held.f_code.co_name)
