# Decorators with arguments, and the order in which they are made and applied.
def tag(name):
    print("make", name)

    def decorate(func):
        print("apply", name, "to", func.__name__)

        def wrapper(*args, **kwargs):
            return f"<{name}>{func(*args, **kwargs)}</{name}>"

        wrapper.__name__ = func.__name__
        return wrapper

    return decorate

@tag("b")
@tag("i")
def hello(who):
    return f"hello {who}"

registry = {}
register = lambda f: registry.setdefault(f.__name__, f)

@register
@(lambda f: f)
def handler(): ...

handler.calls = 3
hello("you"), hello.__name__, list(registry), handler.calls, handler()
