# The string module: constants, templates, custom formatters.
import string

print(string.ascii_lowercase, string.ascii_uppercase[:5], string.digits, string.hexdigits, string.octdigits)
print(string.punctuation, repr(string.whitespace), len(string.printable))
print(string.capwords("hello   wide world"), string.capwords("a-b-c", sep="-"))
t = string.Template("Dear $name, you owe $$${amount}. $name!")
print(t.substitute(name="Ann", amount=5), t.safe_substitute(name="Bo"), t.get_identifiers(), t.is_valid())
for template in ("$missing", "$1bad", "cost $"):
    try:
        print(string.Template(template).substitute())
    except (KeyError, ValueError) as e:
        print(type(e).__name__, e)
f = string.Formatter()
print(f.format("{0} {x!r:>6} {y[k]} {0:.1f}", 2, x="q", y={"k": 7}))
print(list(f.parse("a{b!s:>{w}}c{{d}}")))


class Default(string.Formatter):
    def get_value(self, key, args, kwargs):
        return kwargs.get(key, f"<{key}>") if isinstance(key, str) else super().get_value(key, args, kwargs)


print(Default().format("{a} and {b}", a=1))


class Percent(string.Template):
    delimiter = "%"


print(Percent("%x and $x").substitute(x=3))
print("hello".translate(str.maketrans("elo", "310", "h")), "".join(c for c in "a,b.c!" if c not in string.punctuation))
caesar = str.maketrans(string.ascii_lowercase, string.ascii_lowercase[3:] + string.ascii_lowercase[:3])
"attack at dawn".translate(caesar)
