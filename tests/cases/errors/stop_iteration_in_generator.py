# StopIteration that leaks from a generator becomes RuntimeError.
def pairs(items):
    it = iter(items)
    while True:
        yield next(it), next(it)


for pair in pairs([1, 2, 3]):
    print(pair)
