#! expect = {status = "ok"}
for source in ("-" * 5000 + "1", "not " * 5000 + "1", "(" * 50000, "[" * 50000, "lambda:" * 2000 + "1", "x" + ".a" * 5000, "x" + "[0]" * 3000, "1" + "+1" * 5000, "1 if 1 else " * 3000 + "1", "a=" * 3000 + "1", "if 1:0\n" + "elif 1:0\n" * 2000, "f(" * 20000, "{" * 20000, "await " * 10000 + "x", "@a\n" * 2000 + "def f(): 0", "x" + "()" * 4000):
    for mode in ("eval", "exec"):
        try:
            compile(source, "x", mode)
        except (SyntaxError, RecursionError, MemoryError, ValueError):
            pass
print("contained")
