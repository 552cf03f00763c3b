#! alone = "CPython's message differs"
# A chain of `yield from`.
def chain(n):
    if n:
        yield from chain(n - 1)
    yield n


print(sum(chain(100)))
try:
    print(sum(chain(5000)))
except RecursionError as error:
    print(type(error).__name__)
