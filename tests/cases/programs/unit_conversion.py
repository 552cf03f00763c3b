# A unit converter with a table of factors, temperatures as special cases, and error handling.
FACTORS = {
    "length": {"mm": 0.001, "cm": 0.01, "m": 1.0, "km": 1000.0, "in": 0.0254, "ft": 0.3048, "mi": 1609.344},
    "mass": {"g": 0.001, "kg": 1.0, "t": 1000.0, "oz": 0.028349523125, "lb": 0.45359237},
    "volume": {"ml": 0.001, "l": 1.0, "gal": 3.785411784, "cup": 0.2365882365},
    "time": {"s": 1, "min": 60, "h": 3600, "d": 86400},
}


class UnitError(ValueError):
    """Raised when a conversion makes no sense."""


def to_celsius(value, unit):
    return {"C": lambda v: v, "F": lambda v: (v - 32) * 5 / 9, "K": lambda v: v - 273.15}[unit](value)


def from_celsius(value, unit):
    return {"C": lambda v: v, "F": lambda v: v * 9 / 5 + 32, "K": lambda v: v + 273.15}[unit](value)


def dimension(unit):
    for name, table in FACTORS.items():
        if unit in table:
            return name
    if unit in ("C", "F", "K"):
        return "temperature"
    raise UnitError(f"unknown unit {unit!r}")


def convert(value, source, target):
    kind, other = dimension(source), dimension(target)
    if kind != other:
        raise UnitError(f"cannot convert {source} ({kind}) to {target} ({other})")
    if kind == "temperature":
        return from_celsius(to_celsius(value, source), target)
    return value * FACTORS[kind][source] / FACTORS[kind][target]


tests = [
    (26.2, "mi", "km"), (180, "lb", "kg"), (100, "C", "F"), (98.6, "F", "C"), (0, "K", "C"),
    (2, "gal", "l"), (90, "min", "h"), (6, "ft", "cm"), (1, "kg", "m"), (3, "parsec", "km"),
]
done = {}
for value, source, target in tests:
    try:
        result = convert(value, source, target)
    except UnitError as exc:
        print(f"{value:>7} {source:<6} -> {target:<4} error: {exc}")
    else:
        done[f"{source}->{target}"] = result
        print(f"{value:>7} {source:<6} -> {target:<4} {result:>12.4f}")

{key: round(value, 6) for key, value in done.items()}
