# Visitors, transformers, a safe calculator.
import ast
import operator

OPS = {ast.Add: operator.add, ast.Sub: operator.sub, ast.Mult: operator.mul, ast.Div: operator.truediv, ast.Pow: operator.pow, ast.USub: operator.neg}


def calc(text):
    def ev(node):
        match node:
            case ast.Expression(body):
                return ev(body)
            case ast.Constant(int() | float() as value):
                return value
            case ast.BinOp(left, op, right) if type(op) in OPS:
                return OPS[type(op)](ev(left), ev(right))
            case ast.UnaryOp(op, operand) if type(op) in OPS:
                return OPS[type(op)](ev(operand))
        raise ValueError(f"not allowed: {type(node).__name__}")

    return ev(ast.parse(text, mode="eval"))


for text in ("2 + 3 * 4", "-(2 ** 3) / 4", "1 + x", "f(1)", "'a' * 3"):
    try:
        print(text, "=", calc(text))
    except ValueError as e:
        print(text, "->", e)


class Names(ast.NodeVisitor):
    def __init__(self):
        self.seen = []

    def visit_Name(self, node):
        self.seen.append((node.id, type(node.ctx).__name__))

    def visit_FunctionDef(self, node):
        self.seen.append(("def", node.name))
        self.generic_visit(node)


v = Names()
v.visit(ast.parse("def f(x):\n    y = x + z\n    return y"))
print(v.seen)


class Double(ast.NodeTransformer):
    def visit_Constant(self, node):
        return ast.copy_location(ast.Constant(node.value * 2), node)

    def visit_Pass(self, node):
        return None


tree = ast.fix_missing_locations(Double().visit(ast.parse("a = 21\npass\nb = 'ab'")))
scope = {}
exec(compile(tree, "<ast>", "exec"), scope)
print(scope["a"], scope["b"], ast.unparse(tree).splitlines())
built = ast.Expression(ast.BinOp(ast.Constant(2), ast.Mult(), ast.Constant(21)))
eval(compile(ast.fix_missing_locations(built), "<built>", "eval"))
