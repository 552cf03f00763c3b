# send and throw: two-way generators.
def averager():
    total, count, average = 0, 0, None
    while True:
        try:
            value = yield average
        except ValueError as exc:
            print("caught", exc)
            continue
        total, count = total + value, count + 1
        average = total / count

g = averager()
print(next(g), g.send(10), g.send(20), g.throw(ValueError("odd")), g.send(30))
try:
    g.throw(KeyError("unexpected"))
except KeyError as exc:
    print(repr(exc))
print(next(g, "finished"))

def echo():
    while (got := (yield)) is not None:
        print("got", got)
    return "bye"

e = echo()
next(e)
e.send("one")
try:
    e.send(None)
except StopIteration as stop:
    answer = stop.value
answer
