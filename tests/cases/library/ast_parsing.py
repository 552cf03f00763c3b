# Parsing, dumping, walking and unparsing source.
import ast

tree = ast.parse("x = 1 + 2 * y\nprint(x, sep='')")
print(ast.dump(tree.body[0]))
print(ast.dump(ast.parse("f(a, *b, k=1)", mode="eval"), indent=2))
print([type(n).__name__ for n in ast.walk(tree)][:6], sorted({n.id for n in ast.walk(tree) if isinstance(n, ast.Name)}))
call = tree.body[1].value
print(call.lineno, call.col_offset, call.end_col_offset, ast.get_source_segment("x = 1 + 2 * y\nprint(x, sep='')", call), ast.unparse(call))
for source in (
    "def f(a, /, b: int=1, *c, d, **e) -> str:\n    return a if b else -c[0]", "class A(B, metaclass=M):\n    x: int = 1", "[i for i in range(3) if i % 2]",
    "with open(a) as f, b: pass", "try:\n    1\nexcept* E as e:\n    2\nfinally:\n    3", "lambda x, *y: (x, *y)", "f'{a!r:>{w}} {b=}'", "a < b <= c and not d or e is not None",
    "async def g():\n    await h\n    yield", "match x:\n    case [1, *_] | {'k': v}:\n        pass", "x = y = (z := 3)", "del a.b, c[1:2, ::3]", "-2 ** -x + (a, )", "type X[T] = list[T]", "import a.b as c\nfrom . import d",
):
    print(ast.unparse(ast.parse(source)).replace("\n", " / "))
for text in ("[1, -2, 'x', None, {'k': (1, 2)}]", "{1, 2}", "3 + 4j", "b'x'", "__import__('os')", "1 + 1", "[1", "a"):
    try:
        print(ast.literal_eval(text))
    except (ValueError, SyntaxError) as e:
        print(text, type(e).__name__)
print(ast.get_docstring(ast.parse('"doc"\nx')), list(ast.iter_child_nodes(call))[0].id, [f for f, _ in ast.iter_fields(call)])
ast.dump(ast.parse("a.b", mode="eval").body)
