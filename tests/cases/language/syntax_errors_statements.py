# Statements that must not compile, by kind of mistake.
SOURCES = [
    "if True\n    pass", "if True:\npass", "if 1:\n    a\n  b", "def f():", "else: pass", "try: pass",
    "try: pass\nexcept: pass\nexcept E: pass", "def f(a=1, b): pass", "def f(a, a): pass", "def f(a, /, b, /): pass",
    "def f():\n    x = 1\n    global x", "def f():\n    nonlocal z", "def f():\n    await x", "class C:\n    yield 1",
    "def f():\n    from m import *", "class = 1", "*a = 1", "*a, *b = x", "f() = 1", "None = 1", "x + 1 = 2", "del f()",
    "for 1 in x: pass", "a := 1", "return", "continue", "break", "match x:\n    case a | b: pass", "import a.b as c.d",
    "with open() as 5: pass", "async x = 1", "raise a from", "a = 1 2", "while: pass", "@\ndef f(): pass", "x: int: 5",
]
kinds = {}
for source in SOURCES:
    try:
        compile(source, "<test>", "exec")
        kind = "compiled"
    except SyntaxError as exc:
        kind = type(exc).__name__
    kinds.setdefault(kind, []).append(source)
    print(f"{source!r:<58}{kind}")
{kind: len(found) for kind, found in kinds.items()}
