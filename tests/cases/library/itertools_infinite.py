# Endless iterators cut short, and iterators that select.
from itertools import count, cycle, repeat, islice, takewhile, dropwhile, filterfalse, compress, accumulate
import operator

print(list(islice(count(10, 5), 4)), list(islice(count(0.5, 0.25), 3)), next(count()), repr(count(3)))
print(list(islice(cycle("abc"), 7)), list(islice(cycle([]), 3)), list(repeat("x", 3)), repr(repeat(1, 2)))
print(list(islice("abcdefg", 2)), list(islice("abcdefg", 1, None, 2)), list(islice("abc", 5, 9)), list(islice([1], 0)))
print(list(takewhile(lambda x: x < 3, [1, 2, 3, 1])), list(dropwhile(lambda x: x < 3, [1, 2, 3, 1])))
print(list(filterfalse(lambda x: x % 2, range(6))), list(filterfalse(None, [0, "", 3])), list(compress("ABCDE", [1, 0, 1, 0, 1])))
print(list(accumulate([3, 1, 4, 1, 5])), list(accumulate([3, 1, 4], max)), list(accumulate([1, 2, 3], operator.mul, initial=10)))
print(list(accumulate([], initial=0)), list(accumulate("abc")), list(accumulate([1000, -90, -90], lambda b, p: round(b * 1.05 + p, 2))))
print(list(map(pow, count(1), repeat(2, 4))), list(zip(count(1), "ab")))
primes = []
sieve = count(2)
while len(primes) < 8:
    p = next(sieve)
    primes.append(p)
    sieve = filter(lambda n, p=p: n % p, sieve)
print(primes)
it = iter(range(5))
print(list(islice(it, 2)), next(it), list(it))
for call in ("islice([1], -1)", "islice([1], 0, 1, 0)", "repeat()", "list(islice(count('a'), 1))"):
    try:
        print(eval(call))
    except (ValueError, TypeError) as e:
        print(call, "->", type(e).__name__)
list(accumulate([1] * 5))
