# diverges: as in CPython 3.14, a real operand has no imaginary part, and infinities of a product are kept; CPython 3.13 makes the operand complex first, which changes signs of zero
print(3 - (1 + 0j), 2 * complex(0.0, -0.0), complex(1, -0.0) + 1, 1 / complex(0.0, -1.0), -0.0 + 1j)
print(complex("inf") * 2j, complex("inf+infj") * (1 + 1j), complex("nan+infj") * 2)
