# The fields of a SyntaxError from compile().
for source in ("a b", "x = (1,\n", "def f()\n  pass", "1 +", "if x = 1: pass", "é = 'open"):
    try:
        compile(source, "snippet", "exec")
    except SyntaxError as e:
        print(repr(source), type(e).__name__, e.filename, e.lineno, e.offset)
compile("f(a b)", "snippet", "exec")
