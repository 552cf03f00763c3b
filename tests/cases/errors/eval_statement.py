# A statement is no expression.
eval("x = 1")
