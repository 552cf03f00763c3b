# A JSON printer and parser by hand, compared with the json module.
import json
import re


def dump(value, indent=2, level=0):
    pad, close = " " * (indent * (level + 1)), " " * (indent * level)
    match value:
        case None:
            return "null"
        case bool():
            return str(value).lower()
        case int() | float():
            return repr(value)
        case str():
            return quote(value)
        case [] | {} if not value:
            return "[]" if isinstance(value, list) else "{}"
        case list():
            inner = ",\n".join(pad + dump(item, indent, level + 1) for item in value)
            return f"[\n{inner}\n{close}]"
        case dict():
            inner = ",\n".join(f"{pad}{quote(key)}: {dump(item, indent, level + 1)}" for key, item in value.items())
            return f"{{\n{inner}\n{close}}}"
    raise TypeError(f"{type(value).__name__} is not JSON")


def quote(text):
    names = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\t": "\\t"}
    return '"' + "".join(names.get(c) or (c if " " <= c < "\x7f" else f"\\u{ord(c):04x}") for c in text) + '"'


TOKEN = re.compile(r'\s*("(?:[^"\\]|\\.)*"|-?\d+(?:\.\d+)?(?:[eE][-+]?\d+)?|true|false|null|[\[\]{}:,])')


def parse(text):
    tokens = TOKEN.findall(text)[::-1]

    def value():
        token = tokens.pop()
        if token == "{":
            result = {}
            while tokens[-1] != "}":
                key = value()
                assert tokens.pop() == ":"
                result[key] = value()
                if tokens[-1] == ",":
                    tokens.pop()
            tokens.pop()
            return result
        if token == "[":
            result = []
            while tokens[-1] != "]":
                result.append(value())
                if tokens[-1] == ",":
                    tokens.pop()
            tokens.pop()
            return result
        if token[0] == '"':
            unescaped = re.sub(r"\\u([0-9a-f]{4})", lambda m: chr(int(m[1], 16)), token[1:-1])
            return re.sub(r"\\(.)", lambda m: {"n": "\n", "t": "\t"}.get(m[1], m[1]), unescaped)
        constants = {"true": True, "false": False, "null": None}
        return constants[token] if token in constants else float(token) if set(token) & set(".eE") else int(token)

    return value()


data = {
    "name": "café \"Bleu\"\n\\", "open": True, "rating": 4.75, "owner": None, "big": 10**25, "tiny": 1e-07,
    "tags": ["wifi", "terrace"], "empty": [{}, [], ""], "menu": {"tea": {"price": 2.5}, "cake": [1, [2, [3]]]},
}
text = dump(data)
print(text)
print("same as json.dumps:", text == json.dumps(data, indent=2))
print("round trip:", parse(text) == data == json.loads(text))
print(json.dumps(data["menu"], separators=(",", ":")), json.dumps(data["tags"], indent="--"))
print(json.dumps({"b": 1, "a": (1, 2), 3: None, True: float("inf")}, indent=None))
try:
    dump({1, 2})
except TypeError as exc:
    print("TypeError:", exc)
len(text)
