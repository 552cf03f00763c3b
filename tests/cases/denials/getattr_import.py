#! expect = "denied"
# Roads to the same function.
import builtins

importer = getattr(builtins, "__imp" + "ort__")
names = "".join(map(chr, [115, 111, 99, 107, 101, 116]))
importer(names)
