#! expect = {status = "fuel"}
#! fuel = 100000
import ast
s = 'a = b + c\n' * 5_000
while True:
    ast.parse(s)
