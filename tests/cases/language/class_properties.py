# Properties with setters and deleters, and cached_property.
from functools import cached_property

class Temperature:
    _celsius = 25

    @property
    def celsius(self):
        """Degrees Celsius."""
        return self._celsius

    @celsius.setter
    def celsius(self, value):
        if value < -273.15:
            raise ValueError("below absolute zero")
        self._celsius = value

    celsius = celsius.deleter(lambda self: setattr(self, "_celsius", 0.0))
    fahrenheit = property(lambda self: self.celsius * 9 / 5 + 32, doc="Degrees Fahrenheit.")

    @cached_property
    def label(self):
        return f"{self.celsius:.1f} C"

t = Temperature()
print(t.celsius, t.fahrenheit, t.label, t.label, Temperature.celsius.__doc__, Temperature.fahrenheit.__doc__, vars(t))
for operation in (lambda: setattr(t, "celsius", -300), lambda: setattr(t, "fahrenheit", 0)):
    try:
        operation()
    except (ValueError, AttributeError) as exc:
        print(type(exc).__name__)
del t.celsius, t.label
t.celsius, t.label, isinstance(Temperature.celsius, property), Temperature.celsius.fset is not None
