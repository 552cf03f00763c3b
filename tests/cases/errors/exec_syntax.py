# A SyntaxError from exec points into the string.
code = "total = 0\nfor i in range(3)\n    total += i\n"
exec(code)
