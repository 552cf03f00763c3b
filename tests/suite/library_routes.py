# Tries every road to every module of `names`, none of which is listed; the value is the roads that led somewhere.
import importlib
import importlib.util
import math
import sys

builtin = sys.meta_path[0]
frozen = sys.meta_path[1]
machinery = getattr(builtin.create_module, "__globals__", {})
imp = machinery.get("_imp")
ModuleSpec = type(sys.__spec__)


class Text(str):
    """Text that is not what it seems."""

    def __eq__(self, other):
        return True

    def __hash__(self):
        return hash("math")


class TwoFaced:
    """A spec that is asked for its name twice."""

    loader = builtin
    origin = "built-in"
    submodule_search_locations = None
    parent = ""

    def __init__(self, name):
        self._names = ["math", name, name]

    @property
    def name(self):
        return self._names.pop(0) if len(self._names) > 1 else self._names[0]


def spec(name):
    return ModuleSpec(name, builtin, origin="built-in")


def run_frozen(name):
    module = type(sys)(name)
    module.__spec__ = ModuleSpec(name, frozen)
    frozen.exec_module(module)
    return module


roads = {
    "import": lambda name: __import__(name),
    "import as text of another kind": lambda name: __import__(Text(name)),
    "from import": lambda name: __import__(name, fromlist=["x"]),
    "relative": lambda name: __import__(name.rpartition(".")[2], {"__package__": name.rpartition(".")[0] or "x"}, level=1),
    "import_module": importlib.import_module,
    "find_spec": importlib.util.find_spec,
    "exec": lambda name: exec(f"import {name}"),
    "sys.modules": sys.modules.get,
    "builtin find_spec": builtin.find_spec,
    "builtin load_module": builtin.load_module,
    "builtin create_module": lambda name: builtin.create_module(spec(name)),
    "builtin module_from_spec": lambda name: importlib.util.module_from_spec(spec(name)).__doc__,
    "loader of math": lambda name: math.__loader__.load_module(name),
    "frozen find_spec": frozen.find_spec,
    "frozen load_module": frozen.load_module,
    "frozen get_code": frozen.get_code,
    "frozen is_package": frozen.is_package,
    "frozen exec_module": run_frozen,
}
if imp is not None:
    roads |= {
        "_imp.is_builtin": imp.is_builtin,
        "_imp.is_frozen": imp.is_frozen,
        "_imp.find_frozen": imp.find_frozen,
        "_imp.get_frozen_object": imp.get_frozen_object,
        "_imp.is_frozen_package": lambda name: imp.is_frozen_package(name) or 1,
        "_imp.create_builtin": lambda name: imp.create_builtin(spec(name)),
        "_imp.create_builtin twice": lambda name: [
            module for module in [imp.create_builtin(TwoFaced(name))] if module is not None and module.__name__ != "math"
        ],
    }
for inner in ("_gcd_import", "_builtin_from_name", "_find_spec"):
    if inner in machinery:
        roads[inner] = machinery[inner] if inner != "_find_spec" else lambda name: machinery["_find_spec"](name, None)

leaks = []
for name in names:
    for road, go in roads.items():
        try:
            found = go(name)
        except (ImportError, AttributeError, TypeError, ValueError, KeyError):
            continue
        # Text that compares as it likes finds another module, one that is loaded and listed.
        other = isinstance(found, type(sys)) and found.__name__ not in names
        if found and not other:
            leaks.append(f"{name} by {road}: {found!r}")

# The same with the machinery's own checks taken away, where they can be, and a finder that knows every name.
for check in ("_sanity_check", "_verbose_message"):
    if check in machinery:
        try:
            machinery[check] = lambda *args, **kwargs: None
        except TypeError:
            pass


class Finder:
    @staticmethod
    def find_spec(name, path=None, target=None):
        return spec(name)


sys.meta_path.insert(0, Finder)
for name in names:
    try:
        found = __import__(name)
    except ImportError:
        continue
    if found.__doc__ or len(vars(found)) > 8:
        leaks.append(f"{name} by a finder of its own: {sorted(vars(found))}")
leaks[:20]
