#! expect = {status = "error"}
import ast
ast.literal_eval('-' * 50_000 + '1')
