#! expect = {status = "error"}
import ast
n = ast.Constant(1)
for _ in range(100_000):
    n = ast.UnaryOp(ast.USub(), n)
ast.dump(n)
