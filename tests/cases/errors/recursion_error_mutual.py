# Two functions that call each other; the handler still has room to work.
def even(n):
    return n == 0 or odd(n - 1)


def odd(n):
    return n != 0 and even(n - 1)


print(even(10), odd(11))
try:
    even(10**6)
except RecursionError as e:
    print(type(e).__name__, e)
print(sum(range(10)))
