# Constants fold alike wherever text is compiled: eval, exec, compile, f-strings, defaults, comprehensions.
print(eval("1e22 // 640"), eval(" 7.5 // -2"), eval(b"1e22 // 640"), eval("x // 640", {"x": 1e22}))
scope = {}
exec("a = 1e22 // 640\ndef f(b=18939 // -0.5): return b, 1e22 % 640", scope)
print(scope["a"], scope["f"]())
code = compile("5 / 3, 9999999999999999 ** -2, 1e22 // 640", "<text>", "eval")
print(eval(code), f"{1e22 // 640:.3e}", [1e22 // 640 for _ in "a"], (lambda: -929 // -586290314.48)())
def local():
    y = 3
    return eval("y + 1e22 // 640"), eval("[y for _ in 'ab']")
print(local())
for text in ("1e22 // 0", "1.5 %", "2.0 ** 10000"):
    try:
        print(eval(text))
    except (ArithmeticError, SyntaxError) as error:
        print(type(error).__name__)
