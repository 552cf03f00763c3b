# del on names, items, slices, attributes and several targets at once.
class Box:
    def __delitem__(self, key):
        print("delitem", key)

    def __delattr__(self, name):
        print("delattr", name)

x = [0, 1, 2, 3, 4, 5, 6]
del x[0], x[-1], x[1:3]
print(x)
d = {"a": 1, "b": {"c": 2}}
del d["b"]["c"], d["a"]
print(d)
box = Box()
del box[1, 2], box.attr, box[::2]
a, b, c, e = 1, 2, 3, 4
del a, [b, (c)]
print([name in globals() for name in "abce"])

def local(flag):
    y = 1
    if flag:
        del y
    return y

print(local(False))
for operation in (lambda: local(True), lambda: d.__delitem__("zz"), lambda: [].__delitem__(0)):
    try:
        operation()
    except (NameError, KeyError, IndexError, AttributeError) as exc:
        print(type(exc).__name__)
shared = other = [1]
del shared
other, "shared" in globals()
