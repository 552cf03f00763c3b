import sys

for attempt in (lambda: sys._getframe(), lambda: sys._getframe(1), lambda: sys._getframe(10**9), lambda: sys._current_frames()):
    try:
        print("ESCAPED", attempt())
    except Exception as error:
        print("contained:", type(error).__name__)
