# Arithmetic operator methods, their reflections, in-place forms and NotImplemented.
class V:
    def __init__(self, *xs):
        self.xs = xs

    def __add__(self, other):
        return V(*map(sum, zip(self.xs, other.xs))) if isinstance(other, V) else NotImplemented

    def __mul__(self, k):
        return V(*(x * k for x in self.xs)) if isinstance(k, (int, float)) else NotImplemented

    def __matmul__(self, other):
        return sum(a * b for a, b in zip(self.xs, other.xs))

    def __iadd__(self, other):
        self.xs += other.xs
        return self

    __rmul__, __neg__ = __mul__, lambda self: self * -1
    __pos__, __abs__, __invert__ = (lambda s: V(*s.xs)), (lambda s: max(map(abs, s.xs))), (lambda s: V(*s.xs[::-1]))

    def __repr__(self):
        return f"V{self.xs}"

a, b = V(1, 2), V(3, 4)
print(a + b, a * 3, 0.5 * b, a @ b, -a, abs(V(-7, 3)), ~a, +a)
for operation in (lambda: a + 1, lambda: 1 + a, lambda: a - b, lambda: a * b, lambda: "x" * a):
    try:
        operation()
    except TypeError as exc:
        print(exc)
a += b
a
