#! expect = {status = "ok"}
import itertools

class Evil:
    def __iter__(self):
        return self

    def __next__(self):
        return next(it)

for make in (lambda: map(lambda x: next(it), Evil()), lambda: itertools.chain(Evil()), lambda: zip(Evil()), lambda: itertools.tee(Evil())[0], lambda: itertools.groupby(Evil()), lambda: itertools.islice(Evil(), 5), lambda: itertools.accumulate(Evil()), lambda: itertools.cycle(Evil()), lambda: enumerate(Evil()), lambda: iter(lambda: next(it), 1), lambda: itertools.batched(Evil(), 2), lambda: itertools.pairwise(Evil()), lambda: itertools.zip_longest(Evil()), lambda: filter(None, Evil())):
    it = make()
    try:
        next(it)
    except (RecursionError, RuntimeError, ValueError, StopIteration):
        pass
print("contained")
