# Classes: instance and class attributes, methods, static and class methods.
class Dog:
    """A dog."""

    kind = "canine"
    tricks = []

    def __init__(self, name):
        self.name = name

    def learn(self, trick):
        self.tricks.append(trick)
        return self

    @classmethod
    def puppy(cls, name):
        return cls("little " + name)

    @staticmethod
    def bark(times=1):
        return "woof" * times

a, b = Dog("Rex"), Dog.puppy("Bo")
a.learn("sit").learn("roll")
b.kind = "wolf"
print(a.name, b.name, a.kind, b.kind, Dog.kind, b.tricks is a.tricks, Dog.tricks)
print(Dog.bark(2), a.bark(), Dog.learn(b, "beg").name, vars(b), Dog.__doc__, Dog.__name__, type(a) is Dog)
bound = a.learn
bound("jump")
print(Dog.tricks, bound.__self__ is a, bound.__func__ is Dog.learn, a.learn == a.learn, hasattr(a, "age"))
Dog.age = property(lambda self: len(self.name))
setattr(a, "colour", "brown")
del b.kind
a.age, a.colour, b.kind, isinstance(b, Dog), sorted(k for k in dir(a) if not k.startswith("_"))
