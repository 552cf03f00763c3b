# What `exec`, `eval` and `compile` say of text that is not valid.
TEXTS = [
    ("exec", "x = = 1"), ("eval", "1 +"), ("exec", "def f(:\n pass"), ("eval", "(1"), ("exec", "if 1\n  pass"),
    ("exec", "print 1"), ("exec", "for i in range(3) print(i)"), ("exec", "return 1"), ("exec", "  x = 1"),
    ("eval", "'abc"), ("exec", "x = 1\n  y = 2"), ("exec", "wihle True: pass"), ("eval", "f(a for a in b, 1)"),
    ("exec", "a\0b"), ("exec", "1 = x"), ("exec", "break"), ("exec", "while True:\n"), ("eval", "{1:2"),
    ("exec", "None = 1"), ("eval", "0777"), ("eval", "1__0"),
]
for mode, text in TEXTS:
    for run in (eval if mode == "eval" else exec, lambda text: compile(text, "<agent>", mode)):
        try:
            run(text)
        except SyntaxError as e:
            print(f"{text!r}: {type(e).__name__}: {e}")
try:
    exec("raise SyntaxError('raised by valid text')")
except SyntaxError as e:
    print(e)
