#! output = 16
#! expect = "ok"
# Text that stays in the program is bounded as memory, not as output.
import contextlib
import io

text = io.StringIO()
with contextlib.redirect_stdout(text):
    print("x" * 1000)
len(text.getvalue())
