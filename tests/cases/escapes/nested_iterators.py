#! expect = {status = "ok"}
done = 0
for wrap in (lambda i: map(str, i), lambda i: iter(i.__next__, None)):
    it = iter([1, 2])
    for _ in range(300000):
        it = wrap(it)
    try:
        next(it)
    except RecursionError:
        done += 1
    del it
print("contained:", done <= 5)
