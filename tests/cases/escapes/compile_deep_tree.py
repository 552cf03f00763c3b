#! expect = {status = "ok"}
import ast

at = dict(lineno=1, col_offset=0, end_lineno=1, end_col_offset=1)
tree = ast.Constant(1, **at)
for _ in range(20000):
    tree = ast.UnaryOp(ast.USub(), tree, **at)
try:
    compile(ast.Expression(tree), "x", "eval")
    print("contained: compiled")
except RecursionError as error:
    print("contained:", type(error).__name__)
