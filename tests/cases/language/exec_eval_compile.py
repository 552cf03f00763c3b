# exec, eval and compile with their own namespaces.
x = 1
space = {"x": 10}
print(eval("x + 1"), eval("x + 1", space), eval("x + y", {"x": 1}, {"y": 5}))
print(eval(" \t2 ** 3"), "__builtins__" in space)
exec("y = x * 2\ndef f(n):\n    return n + y\nz = [i for i in range(3)]", space)
print(space["y"], space["f"](1), space["z"], exec("pass"), "y" in globals())
code = compile("a * b", "<calc>", "eval")
print([eval(code, {"a": a, "b": 3}) for a in (1, "x", [0])], code.co_names)
block = compile("total = sum(data)\nresult = f'{total=}'", "<block>", "exec")
ns = {"data": [1, 2, 3]}
exec(block, ns)
print(ns["result"])

def local_scope():
    a = 1
    exec("a = 2; b = 3")
    return a, eval("a + 1")

print(local_scope())
for source, mode in [
    ("1 +", "eval"), ("a = 1", "eval"), ("def f(:\n pass", "exec"), ("  y = 1", "exec"),
    ("yield 1", "exec"),
]:
    try:
        compile(source, "<test>", mode)
    except SyntaxError as exc:
        print(f"{source!r:<22}{type(exc).__name__}")
eval("[v for v in range(n)]", {"n": 3}), eval("(lambda q: q + x)(1)"), eval("__name__", {"__name__": "here"})
