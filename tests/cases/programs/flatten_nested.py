# Flattens nested lists and dicts, rebuilds them, and queries them by path.
from collections.abc import Iterable, Mapping
from functools import reduce

CONFIG = {
    "server": {"host": "localhost", "ports": [80, 443], "tls": {"enabled": True, "ciphers": []}},
    "users": [{"name": "ann", "roles": ["admin", "dev"]}, {"name": "bob", "roles": ["dev"]}],
    "debug": None,
}


def flatten(items, depth=-1):
    for item in items:
        if isinstance(item, Iterable) and not isinstance(item, (str, bytes, Mapping)) and depth != 0:
            yield from flatten(item, depth - 1)
        else:
            yield item


def walk(value, path=()):
    match value:
        case dict() if value:
            for key, child in value.items():
                yield from walk(child, (*path, key))
        case list() if value:
            for index, child in enumerate(value):
                yield from walk(child, (*path, index))
        case _:
            yield path, value


def label(path):
    return "".join(f"[{part}]" if isinstance(part, int) else f".{part}" for part in path).lstrip(".")


def rebuild(pairs):
    root = {}
    for path, value in pairs:
        node = root
        for part in path[:-1]:
            node = node.setdefault(part, {})
        node[path[-1]] = value

    def lists(node):
        if not isinstance(node, dict) or not node:
            return node
        children = {key: lists(child) for key, child in node.items()}
        return list(children.values()) if all(isinstance(key, int) for key in children) else children

    return lists(root)


def get(data, path, default=None):
    try:
        return reduce(lambda node, part: node[int(part) if isinstance(node, list) else part], path.split("."), data)
    except (KeyError, IndexError, ValueError, TypeError):
        return default


def merge(base, extra):
    if isinstance(base, dict) and isinstance(extra, dict):
        return {key: merge(base[key], extra[key]) if key in base and key in extra else {**base, **extra}[key]
                for key in base | extra}
    return base + extra if isinstance(base, list) and isinstance(extra, list) else extra


nested = [1, [2, (3, [4, "five"]), {6}], [], [[[7]]]]
print(list(flatten(nested)))
print(list(flatten(nested, depth=1)))
leaves = list(walk(CONFIG))
for path, value in leaves:
    print(f"{label(path):<22} {value!r}")
print("rebuilt:", rebuild(leaves) == CONFIG)
for path in ("server.ports.1", "users.0.roles.1", "users.9.name", "server.host.x", "debug"):
    print(f"{path:<16} {get(CONFIG, path, 'missing')!r}")
merged = merge(CONFIG, {"server": {"ports": [8080], "tls": {"enabled": False}}, "extra": 1})
print(merged["server"], merged["extra"], list(merged))
print("depth:", max(len(path) for path, _ in leaves))
{label(path): value for path, value in leaves if isinstance(value, int)}
