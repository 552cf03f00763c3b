#! expect = {status = "ok"}
import ast

for write in (
    lambda: setattr(ast.Constant, "left", 1),
    lambda: setattr(ast.AST, "_fields", ("left",)),
    lambda: ast.Add._attributes.append("left"),
    lambda: setattr(ast.Name, "_field_types", {}),
    lambda: ast.Name._field_types.update(left=int),
    lambda: ast.Name.__match_args__.append("left"),
    lambda: delattr(ast.BinOp, "_fields"),
):
    try:
        write()
    except (TypeError, AttributeError) as error:
        print("contained:", type(error).__name__)
