# A metaclass: __new__, __prepare__, __call__ and attributes of classes.
class Meta(type):
    registry = []

    @classmethod
    def __prepare__(mcs, name, bases, **options):
        return {"prepared": True}

    def __new__(mcs, name, bases, namespace, *, tag=None, **options):
        namespace["tag"] = tag
        cls = super().__new__(mcs, name, bases, namespace)
        mcs.registry.append(name)
        return cls

    def __call__(cls, *args):
        print("calling", cls.__name__, args)
        return super().__call__(*args)

    __len__ = lambda cls: len(cls.__name__)
    shout = property(lambda cls: cls.__name__.upper())

class Widget(metaclass=Meta, tag="ui"):
    def __init__(self, *args):
        self.args = args

class Button(Widget): ...

Made = Meta("Made", (Widget,), {"n": 1}, tag="x")
print(Button(1, 2).args, len(Widget), Button.shout, Meta.registry)
print(Widget.tag, Button.tag, Made.tag, Made.n, Widget.prepared)
type(Widget) is Meta, isinstance(Button, Meta), hasattr(Button(), "shout"), type(Meta) is type
