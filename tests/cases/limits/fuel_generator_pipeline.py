#! fuel = 10000
#! expect = "fuel"
# Three generators that feed each other.
import itertools


def squares(items):
    for item in items:
        yield item * item


def odd(items):
    yield from (item for item in items if item % 2)


for n in odd(squares(itertools.count())):
    if n < 0:
        break
