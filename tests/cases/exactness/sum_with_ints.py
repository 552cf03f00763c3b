# diverges: as in CPython 3.14, `sum` compensates ints among floats and sums complex numbers with compensation; CPython 3.12 and 3.13 do not
print(sum([-9, -15, -13], 1.005))
print(sum([29.34, -24385, 4.3506730267e-4]))
print(sum([1.0, 10**100, 1.0, -10**100]))
print(sum([0.1 + 1j] * 10))
