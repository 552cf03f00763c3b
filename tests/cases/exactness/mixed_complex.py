print(3 - (1 + 0j), 2 * complex(0.0, -0.0), complex(1, -0.0) + 1, 1 / complex(0.0, -1.0), -0.0 + 1j)
print(complex("inf") * 2j, complex("inf+infj") * (1 + 1j), complex("nan+infj") * 2)
