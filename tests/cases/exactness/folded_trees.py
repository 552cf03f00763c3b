import ast

print(eval(compile(ast.parse("1e22 // 640", mode="eval"), "<tree>", "eval")), eval("1e22 // 640"))
