# Exceptions inside generators: finally, StopIteration turned into RuntimeError, re-entry.
def steps():
    try:
        yield 1
        yield 1 // 0
        yield "never"
    finally:
        print("finally runs")

g = steps()
print(next(g))
try:
    next(g)
except ZeroDivisionError:
    print("propagated", next(g, "finished"))

def leaky():
    yield next(iter([]))

try:
    list(leaky())
except RuntimeError as exc:
    print(exc, "|", type(exc.__cause__).__name__)

def itself():
    yield next(me)

me = itself()
try:
    next(me)
except ValueError as exc:
    print(exc)
issubclass(GeneratorExit, Exception), issubclass(StopIteration, Exception)
