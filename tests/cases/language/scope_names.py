# Loop variables leak, exception names are deleted, built-ins can be shadowed and restored.
original, len = len, lambda obj: "shadowed"
print(len([1]))
del len
print(len([1]), len is original)
try:
    raise ValueError("boom")
except ValueError as error:
    kept = error
for i in range(3):
    leaked = i * i
for _ in []:
    never = 1
print(i, leaked, kept, [name in globals() for name in ("error", "never", "kept", "_")])
a = b = c = 1
del a, (b, c)
for name in ("a", "b", "error"):
    try:
        eval(name)
    except NameError as exc:
        print(type(exc).__name__, name)
eval("x + y", {"x": 1}, {"y": 2}), (lambda a, b=2: sorted(locals().items()))(1), __name__ == "__main__"
