# __format__, __str__ and __repr__ decide what each conversion shows.
class Angle:
    def __init__(self, degrees):
        self.degrees = degrees

    def __format__(self, spec):
        if spec.endswith("rad"):
            return format(self.degrees * 3.141592653589793 / 180, spec[:-3] or ".3f") + " rad"
        if not spec:
            return str(self)
        return format(self.degrees, spec) + "°"

    def __str__(self):
        return f"{self.degrees} degrees"

    def __repr__(self):
        return f"Angle({self.degrees!r})"

class OnlyRepr:
    def __repr__(self):
        return "<only repr>"

a = Angle(90)
print(f"{a} | {a!s} | {a!r} | {a:.1f} | {a:>8} | {a:rad} | {a:.5frad} | {a!r:>12}")
print("{:.2f} {!r} {}".format(a, a, a), "%s %r" % (a, a), str([a]), repr({"a": a}))
print(OnlyRepr(), str(OnlyRepr()), f"{OnlyRepr()!s:>14}", f"{OnlyRepr()}", [OnlyRepr()])
try:
    format(OnlyRepr(), ">10")
except TypeError:
    print("object takes no format spec")
a
