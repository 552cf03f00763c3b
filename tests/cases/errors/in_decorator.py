# A decorator that refuses its function.
def register(name):
    def wrap(f):
        raise TypeError(f"{f.__name__} cannot be registered as {name!r}")

    return wrap


@register("main")
def run():
    pass
