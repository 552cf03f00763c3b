# Expressions that must not compile, by kind of mistake.
SOURCES = [
    "f(1, 2", "(1, 2]", ")", "f(a=1, 2)", "f(a=1, a=2)", "f(**k, *a)", "1_", "0777", "0b12", "1.5.2",
    "x = 'abc", "'''abc",
    "f'{a b}'", "f'{}'", "f'{x!z}'", "f'{x'", "'\\N{no such name}'", "'\\x4'", "b'é'", "'a' b'b'", "{**a for}",
    "[*a for]", "lambda x=1, y: 0", "lambda: (yield) = 1", "{1: 2, 3}", "{1, 2: 3}", "a if b", "not", "a not b",
    "x.5", "1..a b", "a $ b", "a ? b", "(a := 1) := 2", "[x for x in]", "x[", "print 'hello'",
    "a <> b", "await", "(*a)", "f(x for x in y, 1)",
]
for source in SOURCES:
    try:
        compile(source, "<test>", "eval")
        kind = "compiled"
    except SyntaxError as exc:
        kind = type(exc).__name__
    print(f"{source!r:<28}{kind}")
len(SOURCES)
