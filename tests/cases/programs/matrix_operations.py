# A small matrix class: add, multiply, transpose, power and pretty printing.
class Matrix:
    def __init__(self, rows):
        self.rows = [list(row) for row in rows]
        widths = {len(row) for row in self.rows}
        if len(widths) != 1:
            raise ValueError("rows of different length")
        self.shape = (len(self.rows), widths.pop())

    @classmethod
    def identity(cls, n):
        return cls([[int(i == j) for j in range(n)] for i in range(n)])

    def __add__(self, other):
        return Matrix([[a + b for a, b in zip(r, s, strict=True)] for r, s in zip(self.rows, other.rows)])

    def __mul__(self, factor):
        return Matrix([[factor * a for a in row] for row in self.rows])

    __rmul__ = __mul__

    def __matmul__(self, other):
        if self.shape[1] != other.shape[0]:
            raise ValueError(f"cannot multiply {self.shape} by {other.shape}")
        columns = list(zip(*other.rows))
        return Matrix([[sum(a * b for a, b in zip(row, col)) for col in columns] for row in self.rows])

    def __pow__(self, exponent):
        result, base = Matrix.identity(self.shape[0]), self
        while exponent:
            if exponent & 1:
                result = result @ base
            base = base @ base
            exponent >>= 1
        return result

    def transpose(self):
        return Matrix(zip(*self.rows))

    def __eq__(self, other):
        return isinstance(other, Matrix) and self.rows == other.rows

    def __str__(self):
        width = max(len(str(a)) for row in self.rows for a in row)
        return "\n".join("[" + " ".join(f"{a:>{width}}" for a in row) + "]" for row in self.rows)

    def __repr__(self):
        return f"Matrix({self.rows})"


a = Matrix([[1, 2, 3], [4, 5, 6]])
b = Matrix([[7, 8], [9, 10], [11, 12]])
print(a @ b, "\n")
print(b @ a, "\n")
print(a.transpose(), "\n")
print(2 * a + a, "\n")
for bad in (lambda: a @ a, lambda: Matrix([[1], [2, 3]])):
    try:
        bad()
    except ValueError as exc:
        print("ValueError:", exc)

fib = Matrix([[1, 1], [1, 0]]) ** 90
print("F(90) =", fib.rows[0][1])
assert a.transpose().transpose() == a
(a @ b)
