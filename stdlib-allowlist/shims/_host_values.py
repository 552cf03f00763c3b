"""Makes of the host's values what takes Python code to make."""

import sys

# Dataclasses that only the host knows, by their names and those of their fields.
_made = {}


def placed(moment, key, fold):
    """A time in a zone by its name, if it has one: of two that are equal there, the one with the time's offset."""
    if fold:
        moment = moment.replace(fold=1)
    if key is None:
        return moment
    from zoneinfo import ZoneInfo

    offset = moment.utcoffset()
    zoned = moment.replace(tzinfo=ZoneInfo(key))
    if offset is not None and zoned.utcoffset() != offset:
        zoned = zoned.replace(fold=1)
        if zoned.utcoffset() != offset:
            raise ValueError(f"{moment} is no time of {key}")
    return zoned


def dataclass(name, fields):
    """An instance of the program's own class of this name and with these fields, or else of one made for it."""
    names = tuple(fields)
    kind = vars(sys.modules["__main__"]).get(name)
    if not isinstance(kind, type) or tuple(getattr(kind, "__dataclass_fields__", ())) != names:
        kind = _made.get((name, names))
    if kind is None:
        from dataclasses import make_dataclass

        kind = _made[name, names] = make_dataclass(name, names, module="__main__", unsafe_hash=True)
    instance = kind.__new__(kind)
    for name, value in fields.items():
        object.__setattr__(instance, name, value)
    return instance
