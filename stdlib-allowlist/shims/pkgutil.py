"""The part of pkgutil that reads no files: names to objects."""

import importlib

__all__ = ["resolve_name", "iter_modules", "walk_packages", "extend_path", "get_data"]


def resolve_name(name):
    """The object of a dotted name, or of `module:object`."""
    module, colon, rest = name.partition(":")
    parts = module.split(".")
    if not all(part.isidentifier() for part in parts + (rest.split(".") if rest else [])):
        raise ValueError(f"invalid format: {name!r}")
    if colon:
        found = importlib.import_module(module)
        parts = rest.split(".") if rest else []
    else:
        module = parts.pop(0)
        found = importlib.import_module(module)
        while parts:
            try:
                found = importlib.import_module(f"{module}.{parts[0]}")
            except ImportError:
                break
            module = f"{module}.{parts.pop(0)}"
    for part in parts:
        found = getattr(found, part)
    return found


def iter_modules(path=None, prefix=""):
    """No folder is searched."""
    yield from ()


def walk_packages(path=None, prefix="", onerror=None):
    """No folder is searched."""
    yield from ()


def extend_path(path, name):
    return path


def get_data(package, resource):
    return None
