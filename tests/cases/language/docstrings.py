# Docstrings of functions, classes and methods, and what is not one.
def plain():
    "One line."

def concatenated():
    "One " "two"

def formatted():
    f"not a docstring {1}"

def late():
    x = 1
    "too late"

class Documented:
    "Class doc."

    attr = 1
    "ignored"

    def method(self):
        r"""Raw \n doc."""

    prop = property(lambda self: 1, doc="Property doc.")

class Child(Documented): ...

print(plain.__doc__, concatenated.__doc__, formatted.__doc__, late.__doc__, (lambda: 0).__doc__, sep=" | ")
print(Documented.__doc__, Documented.method.__doc__, Documented.prop.__doc__, Child.__doc__, sep=" | ")
plain.__doc__ += " More."
Child.__doc__ = "set later"
plain.__doc__, Child.__doc__, Child.method.__doc__, Child().__doc__
