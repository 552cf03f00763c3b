#! alone = "CPython lists them in the order in which its sources do"
#! allow = ["_symtable"]
# A type's properties are in the order of their names, whatever compilation made the interpreter.
import sys

for name in sys.builtin_module_names:
    try:
        __import__(name)
    except ImportError:
        pass

seen = {object}
todo = [object]
while todo:
    for found in type.__subclasses__(todo.pop()):
        if found not in seen:
            seen.add(found)
            todo.append(found)

property_type = type(type.__dict__["__mro__"])
checked = 0
for found in sorted(seen, key=lambda found: (found.__module__, found.__qualname__)):
    names = [name for name, value in vars(found).items() if type(value) is property_type]
    checked += len(names) > 1
    if names != sorted(names):
        print(found, names)
print(checked > 50, len(set(seen)) > 200)
