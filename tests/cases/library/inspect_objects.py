# Kinds of objects, members, class trees.
import inspect


class Base:
    """Base doc."""
    attr = 1

    def m(self):
        """Base m."""

    @property
    def prop(self):
        return 1


class Child(Base):
    def m(self):
        pass

    @staticmethod
    def s(): ...


def gen():
    yield 1


async def coro(): ...


async def agen():
    yield 1


checks = [inspect.isfunction, inspect.ismethod, inspect.isclass, inspect.isgeneratorfunction, inspect.iscoroutinefunction, inspect.isbuiltin, inspect.isgenerator, inspect.isasyncgenfunction, inspect.isroutine]
for label, value in (("gen", gen), ("gen()", gen()), ("coro", coro), ("agen", agen), ("Base", Base), ("Base().m", Base().m), ("len", len), ("lambda", lambda: 0)):
    print(f"{label:<9}", [c.__name__[2:] for c in checks if c(value)])
print([name for name, _ in inspect.getmembers(Child) if not name.startswith("_")])
print([name for name, _ in inspect.getmembers(Child, inspect.isfunction)], inspect.getmro(Child)[1].__name__)
print(inspect.getdoc(Child), inspect.getdoc(Child.m), inspect.cleandoc("  a\n    b\n    c"), sep="|")
g = gen()
print(inspect.getgeneratorstate(g), next(g), inspect.getgeneratorstate(g), list(g), inspect.getgeneratorstate(g))
print(inspect.getattr_static(Child(), "prop").__class__.__name__, inspect.isabstract(Child), inspect.ismodule(inspect), inspect.isdatadescriptor(Base.prop))
c = coro()
print(inspect.iscoroutine(c), inspect.isawaitable(c), inspect.getcoroutinestate(c))
c.close()


def outer():
    x = 1

    def inner():
        return x + len("a")

    return inner


print(inspect.getclosurevars(outer()).nonlocals, sorted(inspect.getclosurevars(outer()).builtins))
[cls.__name__ for cls in inspect.getmro(bool)]
