# match: mapping patterns, rest, nested keys, and value patterns.
from collections import OrderedDict, defaultdict

from types import SimpleNamespace

Key = SimpleNamespace(KIND="kind")

def read(event):
    match event:
        case {"type": "click", "at": [int(x), int(y)]}:
            return f"click at {x},{y}"
        case {"type": "key", "key": ("q" | "Q")}:
            return "quit"
        case {"type": "key", "key": key, **rest} if rest:
            return f"key {key} with {rest}"
        case {"type": "key", "key": key}:
            return f"key {key}"
        case {"user": {"name": str(name), "tags": [*_, "admin"]}}:
            return f"admin {name}"
        case {Key.KIND: kind, 1: one}:
            return f"kind {kind} {one}"
        case {}:
            return f"mapping of {len(event)}"

events = [
    {"type": "click", "at": (3, 4), "extra": 1}, {"type": "click", "at": (3,)}, {"type": "key", "key": "Q"},
    {"type": "key", "key": "x"}, {"type": "key", "key": "x", "shift": True}, [("type", "key")], None, {},
    {"user": {"name": "ann", "tags": ["dev", "admin"]}}, {"kind": "k", 1: 2}, OrderedDict(type="key", key="o"),
]
print(*map(read, events), sep="\n")
match d := defaultdict(list):
    case {"missing": x}:
        pass
len(d)
