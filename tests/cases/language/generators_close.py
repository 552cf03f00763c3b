# close() and GeneratorExit: clean-up, refusing to close, closing twice.
def worker(log):
    try:
        while True:
            yield len(log)
    except GeneratorExit:
        log.append("closing")
        raise
    finally:
        log.append("cleanup")

def stubborn():
    try:
        yield 1
    except GeneratorExit:
        yield 2

log = []
g = worker(log)
next(g)
g.close(), g.close()
print(log, next(g, "closed"))
s = stubborn()
next(s)
try:
    s.close()
except RuntimeError as exc:
    print(exc)
unstarted = worker(log)
unstarted.close()
try:
    unstarted.throw(ValueError("late"))
except ValueError as exc:
    print(repr(exc))
log, list(unstarted)
