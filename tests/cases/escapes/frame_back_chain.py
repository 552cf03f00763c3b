#! expect = {status = "ok"}
import sys

def frames():
    try:
        raise ValueError
    except ValueError as error:
        frame = error.__traceback__.tb_frame
    names = []
    while frame is not None:
        names.append(frame.f_code.co_filename)
        frame = getattr(frame, "f_back", None)
    return names

names = sorted([1], key=lambda _: 0) and frames()
print("contained:" if set(names) <= {"main.py"} else "ESCAPED", sorted(set(names)))
