# Inheritance, overriding, super and isinstance.
class Animal:
    def __init__(self, name, *, legs=4):
        self.name, self.legs = name, legs

    def speak(self):
        return "..."

    def __str__(self):
        return f"{self.name} ({type(self).__name__}) says {self.speak()} on {self.legs} legs"

class Bird(Animal):
    def __init__(self, name):
        super().__init__(name, legs=2)

    def speak(self):
        return "tweet"

class Parrot(Bird):
    def __init__(self, name, phrase):
        super().__init__(name)
        self.phrase = phrase

    def speak(self):
        return f"{super().speak()}, {self.phrase}, {super(Bird, self).speak()}"

animals = [Animal("Thing"), Bird("Sparrow"), Parrot("Polly", "cracker")]
print(*animals, sep="\n")
print([isinstance(a, Bird) for a in animals], issubclass(Parrot, Animal))
print(issubclass(Bird, (int, Animal)), issubclass(bool, int), Parrot.__bases__ == (Bird,), Parrot.__base__ is Bird)
print([c.__name__ for c in Parrot.mro()], Animal.__subclasses__() == [Bird])
Animal.speak = lambda self: "changed"
animals[0].speak(), animals[2].speak()
