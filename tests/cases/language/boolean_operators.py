# and, or, not return operands; short circuit order; truthiness of built-in types.
def trace(x):
    order.append(x)
    return x

order = []
print(trace(0) or trace("") or trace("last") or trace("never"), order)
order.clear()
print(trace(1) and trace([]) and trace("never"), order)
print(not [], not [0], not "", not "0", not 0.0, not {}, not None, not ())
values = [
    0, 1, -1, 0.0, -0.0, float("nan"), "", " ", [], [[]], (), ((),), {}, set(), None, range(0),
    range(1), b"", 0j, Ellipsis,
]
print([bool(v) for v in values])

class Sized:
    def __len__(self):
        return 0

class Flag(Sized):
    def __bool__(self):
        return True

print(bool(Sized()), bool(Flag()), "yes" if Sized() else "no")
a, b = None, 0
print(a or b, a and b, a is None and "none" or "some", 1 if a else 2 if b else 3)
True + True, sum([True, False, True]), True == 1, True is (1 == 1), isinstance(True, int)
