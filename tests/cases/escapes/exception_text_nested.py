#! expect = {status = "ok"}
error = ValueError("contained")
for _ in range(5000):
    error = ValueError(error)
for text in (str, repr):
    try:
        print("contained:", len(text(error)) > 0)
    except RecursionError as caught:
        print("contained:", type(caught).__name__)
loop = OSError(1, 2)
loop.args = (loop, loop)
loop.strerror = loop.filename = loop
print("contained:", len(str(loop)) < 1000, len(repr(loop)) < 1000)
