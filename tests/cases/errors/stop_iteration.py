# next() on a finished iterator.
it = iter([1])
next(it)
next(it)
