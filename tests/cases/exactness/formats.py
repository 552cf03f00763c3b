# Format specs of complex numbers without a type, and of a surrogate.
print(format(-9.20690922e-19 + 1j, " "), format(1 + 2j, ">14"), format(2j, "*^9"), format(-0.0 + 1j, "+"), format(1.5 + 2j, ""))
print(format(1 + 2j, ".3"), format(1234.5 + 2j, ",.2f"), format(1 + 2j, "e"), ascii(f"{0xD800:c}"), f"{65:c}", ascii(f"{0xDFFF:>3c}"))
for spec in ("d", "05", "x", "=9"):
    try:
        print(format(1 + 2j, spec))
    except ValueError as error:
        print(error)
