# match: built-in classes as patterns, and the order in which they are tried.
def describe(value):
    match value:
        case bool(b) | [bool(b)]:
            return f"bool {b}"
        case int(n) | float(n):
            return f"number {n}"
        case str() | bytes():
            return "text"
        case list([first, *_]) | tuple((first, *_)):
            return f"sequence from {first}"
        case dict(d) if d:
            return f"dict {d}"
        case set() | frozenset():
            return f"set of {len(value)}"
        case range(start=a, stop=b):
            return f"range {a} to {b}"
        case type(__name__=name):
            return f"class {name}"
        case complex(real=0.0, imag=i):
            return f"imaginary {i}"
        case BaseException(args=(first, *_)):
            return f"exception about {first}"
        case object(__class__=cls):
            return f"object of {cls.__name__}"

values = [True, [False], 7, 2.5, "s", b"", [1, 2], (3,), {"k": 1}, {}, {1}, frozenset(), range(2, 5), int, 3j, 1 + 3j]
for value in [*values, ValueError("x", 1), KeyError(), None, ...]:
    print(describe(value))
match 5, "five":
    case int() as n, str(word):
        pass
n, word
