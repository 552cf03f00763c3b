# type, vars, dir, getattr, hasattr, globals, function attributes and dynamic classes.
def sample(a, b=1, *args, c, d=2, **kwargs):
    """Doc."""
    total = a + b
    return total

sample.tag = "attribute"
print(sample.__name__, sample.__qualname__, sample.__module__ == __name__)
print(sample.__defaults__, sample.__kwdefaults__, sample.tag)
code = sample.__code__
print(code.co_argcount, code.co_kwonlyargcount, code.co_varnames, code.co_name)
import inspect

print(inspect.signature(sample), list(inspect.signature(sample).parameters))
print(inspect.isfunction(sample), inspect.isclass(int))

def make(name, **attributes):
    return type(name, (object,), {**attributes, "hello": lambda self: f"hello from {type(self).__name__}"})

Dynamic = make("Dynamic", x=1)
obj = Dynamic()
obj.y = 2
print(Dynamic.__name__, obj.hello(), vars(obj), getattr(obj, "x"))
print(getattr(obj, "z", "none"), hasattr(obj, "hello"), isinstance(obj, Dynamic))
print([n for n in dir(obj) if not n.startswith("__")], type(obj).__mro__[1] is object)
print(obj.__class__ is Dynamic, Dynamic.__dict__["x"])

class Outer:
    class Inner:
        f = lambda self: (lambda: 0).__qualname__

obj.__class__ = Outer
print(Outer.Inner().f(), type(obj).__name__, Outer.Inner.__qualname__)
print(type(print).__name__, type(Outer.Inner.f).__name__, type(...).__name__)
callable(obj), "sample" in globals(), sample.__get__(5).__self__, type(type(obj)) is type
