#! expect = {status = "error"}
import ast
n = ast.Constant(1)
for _ in range(100_000):
    n = ast.UnaryOp(ast.USub(), n)
compile(ast.Expression(ast.fix_missing_locations(n)), 'x', 'eval')
