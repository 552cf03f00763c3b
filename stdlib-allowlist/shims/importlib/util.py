"""Finds modules without importing them, through the gate that `import` passes."""

import sys
from importlib._abc import Loader
from importlib.machinery import ModuleSpec
from types import ModuleType as _ModuleType

__all__ = ["Loader", "find_spec", "module_from_spec", "resolve_name", "spec_from_loader", "spec_from_file_location"]

from _refusals import function as _refused

spec_from_file_location = _refused("importlib.util.spec_from_file_location")


def resolve_name(name, package):
    """A relative name as an absolute one."""
    if not name.startswith("."):
        return name
    if not package:
        raise ImportError(f"no package specified for {name!r} (required for relative module names)")
    rest = name.lstrip(".")
    bits = package.rsplit(".", len(name) - len(rest) - 1)
    if len(bits) < len(name) - len(rest):
        raise ImportError("attempted relative import beyond top-level package")
    return f"{bits[0]}.{rest}" if rest else bits[0]


def find_spec(name, package=None):
    """The spec of a module, or None where there is none; a refused module is a denial and None."""
    name = resolve_name(name, package) if name.startswith(".") else name
    if name in sys.modules:
        module = sys.modules[name]
        if module is None:
            return None
        try:
            spec = module.__spec__
        except AttributeError:
            raise ValueError(f"{name}.__spec__ is not set") from None
        if spec is None:
            raise ValueError(f"{name}.__spec__ is None")
        return spec
    parent = name.rpartition(".")[0]
    path = None
    if parent:
        found = __import__(parent, fromlist=["__path__"])
        try:
            path = found.__path__
        except AttributeError as e:
            raise ModuleNotFoundError(
                f"__path__ attribute not found on {parent!r} while trying to find {name!r}", name=name
            ) from e
    for finder in list(sys.meta_path):
        find = getattr(finder, "find_spec", None)
        try:
            spec = find(name, path) if find else None
        except ModuleNotFoundError:
            return None
        if spec is not None:
            return spec
    return None


def spec_from_loader(name, loader, *, origin=None, is_package=None):
    if origin is None:
        origin = getattr(loader, "_ORIGIN", None)
    if is_package is None and hasattr(loader, "is_package"):
        try:
            is_package = loader.is_package(name)
        except ImportError:
            is_package = None
    return ModuleSpec(name, loader, origin=origin, is_package=bool(is_package))


def module_from_spec(spec):
    """A module made from its spec, not yet run."""
    module = spec.loader.create_module(spec) if hasattr(spec.loader, "create_module") else None
    if module is None:
        module = _ModuleType(spec.name)
    for name, value in (("__loader__", spec.loader), ("__package__", spec.parent), ("__spec__", spec)):
        try:
            setattr(module, name, value)
        except AttributeError:
            pass
    if spec.submodule_search_locations is not None:
        module.__path__ = spec.submodule_search_locations
    return module
