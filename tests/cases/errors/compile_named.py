# compile() with a file name: the traceback names it.
source = "def helper(n):\n    return missing + n\n\nhelper(1)\n"
exec(compile(source, "generated.py", "exec"))
