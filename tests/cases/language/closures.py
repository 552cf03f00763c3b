# Closures capture variables, not values; nonlocal rebinds them.
def counter(start=0):
    count = start

    def step(by=1):
        nonlocal count
        count += by
        return count

    return step, lambda: count - start

step, moved = counter(10)
other, _ = counter()
print(step(), step(5), other(), moved(), step(), other())
print(step.__closure__[0].cell_contents, step.__code__.co_freevars)
makers = [(lambda k: lambda x: x * k)(k) for k in (2, 3)]
late = [lambda: k for k in (2, 3)]
compose = lambda *fs: lambda x: x if not fs else fs[0](compose(*fs[1:])(x))
print([m(10) for m in makers], [f() for f in late], compose(str, abs)(-5))

def outer(a=1):
    def inner():
        nonlocal a
        a += 1
        return a

    return inner() + a, a

outer()
