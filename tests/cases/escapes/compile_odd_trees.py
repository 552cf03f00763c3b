#! expect = {status = "ok"}
import ast

at = dict(lineno=1, col_offset=0, end_lineno=1, end_col_offset=1)
one = ast.Constant(1, **at)
cyclic = ast.BinOp(one, ast.Add(), one, **at)
cyclic.left = cyclic
trees = [ast.Constant(value, **at) for value in (object(), [1], {1: 2}, int, (1, [2]), frozenset([object()]), "\ud800", 10**1000, type("S", (str,), {})("x"))]
trees += [ast.Constant(1, lineno=line, col_offset=column, end_lineno=line, end_col_offset=column) for line in (-1, 0, 5000, 2**31, 2**64, None, "x") for column in (-1, 0, 5000, 2**64, None)]
trees += [cyclic, None, 5, ast.Pass(**at), ast.Name(5, ast.Load(), **at), ast.Name("a b", ast.Load(), **at), ast.Name("None", ast.Load(), **at), ast.Name("x", ast.Store(), **at), ast.Name("x", 5, **at), ast.BoolOp(ast.And(), [], **at), ast.Compare(one, [ast.Lt()], [], **at), ast.Dict([one], [], **at), ast.Starred(one, ast.Load(), **at), ast.Yield(one, **at), ast.Await(one, **at), ast.JoinedStr([ast.FormattedValue(one, 1000, one, **at)], **at), ast.NamedExpr(one, one, **at), ast.ListComp(one, [], **at), ast.expr(**at), ast.UnaryOp(ast.Add(), one, **at), ast.Slice(one, one, one, **at), ast.Attribute(one, "\0", ast.Load(), **at)]
for tree in trees:
    try:
        eval(compile(ast.Expression(tree), "x", "eval"))
    except Exception:
        pass
print("contained:", len(trees))
