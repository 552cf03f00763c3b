# Powers of floats and ints, folded and at run time, with the edges of the IEEE rules.
inf, nan = float("inf"), float("nan")
print(2.0 ** 0.5, 10 ** -3, 3 ** -4, 9999999999999999 ** -2, 1.0000001 ** 1e7, 0.1 ** 20)
print(2.0**-0.5, 1e308**-0.5, 4e-320**0.5, (-8.0) ** 3, (-8) ** -3)
for base in (0.0, -0.0, 1.0, -1.0, 2.0, -2.0, 0.5, inf, -inf, nan):
    print(base, [base**exponent for exponent in (0.0, 1.0, 2.0, 3.0, 0.5, inf, nan)])
for base in (1.0, -1.0, 2.0, -2.0, 0.5, inf, -inf, nan):
    print(base, [base**exponent for exponent in (-1.0, -2.0, -3.0, -0.5, -inf)])
for text in ("2.0 ** 10000", "10.0 ** 400", "(-10.0) ** 401", "1e200 ** 2", "-1e308 ** 2"):
    try:
        print(eval(text))
    except OverflowError as error:
        print(text, error, error.args)
print((-8) ** (1 / 3), (-1e308) ** 1e-100, (-inf) ** 0.2, (-4.0) ** 0.5)
