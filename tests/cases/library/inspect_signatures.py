# Signatures, binding, parameters.
import functools
import inspect


def f(a, b: int = 2, /, c=None, *args, d, e: str = "x", **kw) -> bool:
    """Doc.

        indented
    """


sig = inspect.signature(f)
print(sig)
for p in sig.parameters.values():
    print(p.name, p.kind.description, p.default is p.empty, p.annotation is p.empty, p)
bound = sig.bind(1, 5, 6, 7, d=8, z=9)
print(bound.arguments, bound.args, bound.kwargs)
bound = sig.bind(1, d=2)
bound.apply_defaults()
print(bound.arguments)
for args, kw in (((), {}), ((1,), {}), ((1,), {"d": 1, "a": 2})):
    try:
        print(sig.bind(*args, **kw).kwargs)
    except TypeError as e:
        print(e)
print(sig.return_annotation, inspect.signature(lambda x, *, y=1: 0), inspect.signature(functools.partial(f, 1, d=3)))


class C:
    def __init__(self, x, y=1): ...
    def method(self, z): ...
    @classmethod
    def make(cls, n): ...
    @staticmethod
    def stat(q): ...


print(inspect.signature(C), inspect.signature(C.method), inspect.signature(C(1).method), inspect.signature(C.make), inspect.signature(C.stat))


@functools.wraps(f)
def wrapper(*a, **k): ...


print(inspect.signature(wrapper) == sig, inspect.unwrap(wrapper) is f, inspect.getdoc(f), sep="|")
print(sig.replace(parameters=list(sig.parameters.values())[:1], return_annotation=int))
spec = inspect.getfullargspec(lambda a, b=1, *c, d=2, **e: 0)
print(spec.args, spec.varargs, spec.varkw, spec.defaults, spec.kwonlydefaults)
try:
    inspect.signature(5)
except TypeError as e:
    print(e)
str(inspect.signature(C.method))
