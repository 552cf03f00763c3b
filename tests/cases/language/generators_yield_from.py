# yield from delegates send, throw and return values.
def inner():
    received = []
    try:
        while True:
            received.append((yield len(received)))
            if received[-1] is None:
                return received
    except KeyError as exc:
        yield f"inner caught {exc!r}"
        return "after throw"

def outer(log):
    while True:
        result = yield from inner()
        log.append(result)
        yield "between"

log = []
g = outer(log)
print(next(g), g.send("a"), g.send("b"), g.send(None), log)
print(next(g), g.throw(KeyError("k")), next(g), log)

def chain(*iterables):
    for iterable in iterables:
        yield from iterable

print(list(chain("ab", range(2), {"k": 1}, (x for x in [9]))))
try:
    list(chain([1], 5))
except TypeError as exc:
    print(exc)
g.gi_yieldfrom, [*chain(*[[1]] * 3)]
