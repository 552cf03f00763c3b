# A lazy pipeline of generators: parse, filter, window and aggregate a stream.
from itertools import islice, takewhile

READINGS = """
10:00 kitchen 21.5
10:00 cellar 14.0
10:05 kitchen 21.9
10:05 cellar error
10:10 kitchen 22.4
# maintenance
10:10 cellar 14.2
10:15 kitchen 23.1
10:15 cellar 13.8
10:20 kitchen 22.8
"""


def lines(text):
    for line in text.splitlines():
        line = line.strip()
        if line and not line.startswith("#"):
            yield line


def parse(source):
    for line in source:
        time, room, value = line.split()
        try:
            yield time, room, float(value)
        except ValueError:
            print("skipped:", line)


def only(room, source):
    return ((time, value) for time, r, value in source if r == room)


def window(source, size):
    items = []
    for item in source:
        items.append(item)
        if len(items) == size:
            yield tuple(items)
            items.pop(0)


def running_mean():
    total = count = 0
    mean = None
    while True:
        value = yield mean
        total, count = total + value, count + 1
        mean = total / count


for room in ("kitchen", "cellar"):
    stream = only(room, parse(lines(READINGS)))
    for group in window(stream, 3):
        values = [value for _, value in group]
        spread = max(values) - min(values)
        print(f"{room:<8} {group[0][0]}-{group[-1][0]}  mean {sum(values) / 3:.3f}  spread {spread:.1f}")

averager = running_mean()
next(averager)
means = [round(averager.send(value), 3) for _, value in only("kitchen", parse(lines(READINGS)))]
print(means)


def naturals():
    n = 0
    while True:
        yield n
        n += 1


squares = (n * n for n in naturals())
print(list(islice(squares, 5)), list(takewhile(lambda n: n < 200, squares)))
means[-1]
