# Generators: laziness, state, return values, exhaustion and expressions.
from itertools import islice, takewhile

def countdown(n):
    print("start")
    while n:
        yield n
        n -= 1
    print("end")
    return "liftoff"

g = countdown(2)
print(type(g).__name__, iter(g) is g, next(g), next(g))
try:
    next(g)
except StopIteration as stop:
    print("value:", stop.value)
print(next(g, "exhausted"), list(g), list(countdown(1)))

def fibonacci(a=0, b=1):
    while True:
        yield a
        a, b = b, a + b

print(list(islice(fibonacci(), 10)), list(takewhile(lambda n: n < 30, fibonacci())), sum(islice(fibonacci(), 5, 8)))

def tree(n):
    if n:
        yield from tree(n - 1)
        yield n
        yield from tree(n - 1)

a, *b = (x for x in "abc")
print("".join(map(str, tree(3))), a, b, 4 in (x * x for x in range(5)), max(len(w) for w in ["a", "bcd"]))
dict((k, v) for k, v in zip("ab", fibonacci())), [*tree(2)]
