#! expect = {status = "ok"}
code = compile("try:\n    missing = __build_class__\nexcept NameError as error:\n    found = str(error)\n", "x", "exec")
space = {"__builtins__": {}}
try:
    exec(code, space)
except Exception as error:
    print("contained:", type(error).__name__)
for builtins in (None, 5, [], {"__import__": None}, type("M", (), {})()):
    try:
        exec("import json\nprint(json)\nclass A: pass", {"__builtins__": builtins})
    except Exception as error:
        print("contained:", type(error).__name__)
