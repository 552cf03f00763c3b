# diverges: a syntax tree given to `compile` folds float constants with the compiler's own arithmetic, which is wrong for quotients that are whole: compile the text instead
import ast

print(eval(compile(ast.parse("1e22 // 640", mode="eval"), "<tree>", "eval")), eval("1e22 // 640"))
