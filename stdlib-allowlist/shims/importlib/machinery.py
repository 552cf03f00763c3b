"""The finders that a run has: the interpreter's own modules, and the frozen library."""

import sys

__all__ = ["BuiltinImporter", "FrozenImporter", "ModuleSpec", "all_suffixes"]

BuiltinImporter, FrozenImporter = sys.meta_path[:2]
ModuleSpec = type(sys.__spec__)

SOURCE_SUFFIXES = [".py"]
BYTECODE_SUFFIXES = [".pyc"]
EXTENSION_SUFFIXES = []


def all_suffixes():
    return SOURCE_SUFFIXES + BYTECODE_SUFFIXES + EXTENSION_SUFFIXES
