# SimpleNamespace, MappingProxyType, MethodType, dynamic classes.
import types

ns = types.SimpleNamespace(a=1, b=[2])
ns.c = ns.a + 1
print(ns, ns == types.SimpleNamespace(a=1, b=[2], c=2), vars(ns), hasattr(ns, "d"))
proxy = types.MappingProxyType({"k": 1})
print(proxy, proxy["k"], len(proxy), proxy | {"z": 2}, proxy.get("q"))
try:
    proxy["k"] = 2
except TypeError as e:
    print(e)


def gen():
    yield 1


async def co():
    pass


coroutine = co()
checks = [
    ("function", gen, types.FunctionType), ("lambda", lambda: 0, types.LambdaType), ("generator", gen(), types.GeneratorType),
    ("builtin", len, types.BuiltinFunctionType), ("module", types, types.ModuleType), ("method", "".join, types.BuiltinMethodType),
    ("none", None, types.NoneType), ("ellipsis", ..., types.EllipsisType), ("notimpl", NotImplemented, types.NotImplementedType),
    ("generic", list[int], types.GenericAlias), ("union", int | str, types.UnionType), ("coroutine", coroutine, types.CoroutineType),
]
print([name for name, value, kind in checks if not isinstance(value, kind)])
coroutine.close()


class Dog:
    name = "Rex"


def bark(self, times=1):
    return f"{self.name}: " + "woof " * times


dog = Dog()
dog.bark = types.MethodType(bark, dog)
print(dog.bark(2), dog.bark.__self__ is dog, dog.bark.__func__ is bark)
Cat = types.new_class("Cat", (Dog,), {}, lambda body: body.update(sound="meow"))
print(Cat.__name__, Cat().sound, Cat().name, Cat.__mro__[1].__name__, type("Kit", (Cat,), {"age": 0}).age)


class Lazy:
    @types.DynamicClassAttribute
    def value(self):
        return 42


print(Lazy().value, types.resolve_bases((Dog,)) == (Dog,), types.get_original_bases(Cat) == (Dog,))
m = types.ModuleType("virtual", "A doc.")
m.answer = 42
print(m.__name__, m.__doc__, m.answer, type(m).__name__)
types.SimpleNamespace(x=1, y="two")
