# Which of `paths`, each a module, a builtin or something within one, does not exist.
import builtins
import importlib


def exists(path):
    found, name = builtins, ""
    for part in path.split("."):
        name = f"{name}.{part}" if name else part
        try:
            found = getattr(found, part)
        except AttributeError:
            try:
                found = importlib.import_module(name)
            except ImportError:
                return False
    return True


[path for path in paths if not exists(path)]
