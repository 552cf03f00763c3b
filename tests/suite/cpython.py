"""Runs cases in CPython: a list of them as JSON on standard input, what each gave as JSON on standard output.

Each case gets a process forked from this one, a folder of its own and a fresh `__main__`, so that thousands
cost seconds and none sees another.
"""

import ast
import base64
import json
import os
import shutil
import signal
import sys
import tempfile
import traceback
import types

SECONDS = 60


def main():
    cases = json.load(sys.stdin)
    top = tempfile.mkdtemp(prefix="taipan-cpython-")
    running = {}
    for number, case in enumerate(cases):
        if len(running) >= (os.cpu_count() or 1):
            running.pop(os.wait()[0])
        folder = os.path.join(top, str(number))
        os.mkdir(folder)
        child = os.fork()
        if child == 0:
            run(case, folder)
            return
        running[child] = number
    while running:
        running.pop(os.wait()[0])
    json.dump([collect(case, os.path.join(top, str(number))) for number, case in enumerate(cases)], sys.stdout)
    shutil.rmtree(top)


def collect(case, folder):
    try:
        with open(os.path.join(folder, ".result"), encoding="utf-8") as file:
            result = json.load(file)
    except (OSError, ValueError):
        result = {"status": "crashed"}
    with open(os.path.join(folder, ".stdout"), encoding="utf-8", errors="replace", newline="") as file:
        result["stdout"] = file.read()
    result["files"] = made(case, os.path.join(folder, "sandbox"))
    return result


def made(case, folder):
    """What is in a case's folder and was not put there; of what holds a time, only that it is there."""
    files = {}
    for top, _, names in os.walk(folder):
        for name in names:
            path = os.path.relpath(os.path.join(top, name), folder)
            with open(os.path.join(top, name), "rb") as file:
                content = file.read()
            if case["files"].get(path, "").encode() != content or path not in case["files"]:
                has_time = path.endswith((".zip", ".gz", ".tar"))
                files[path] = "" if has_time else base64.b64encode(content).decode()
    return files


def run(case, folder):
    """Runs one case; the process then ends as any program does, finalizers included."""
    signal.alarm(SECONDS)
    os.chdir(folder)
    with open("main.py", "w", encoding="utf-8", newline="") as file:
        file.write(case["source"])
    os.mkdir("sandbox")
    for path, content in case["files"].items():
        path = os.path.join("sandbox", path)
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(path, "w", encoding="utf-8", newline="") as file:
            file.write(content)
    os.dup2(os.open(".stdout", os.O_WRONLY | os.O_CREAT), 1)
    os.dup2(os.open(os.devnull, os.O_RDWR), 2)
    os.dup2(os.open(os.devnull, os.O_RDWR), 0)
    result = os.open(".result", os.O_WRONLY | os.O_CREAT)
    sys.stdin = sys.__stdin__ = open(0, encoding="utf-8", closefd=False)
    sys.stdout = sys.__stdout__ = open(1, "w", encoding="utf-8", closefd=False)
    sys.stderr = sys.__stderr__ = open(2, "w", encoding="utf-8", errors="backslashreplace", closefd=False)
    if case["sandbox"]:
        # A syntax error shows its line where main.py is beside the program, so that only cases about files are elsewhere.
        os.chdir("sandbox")
    sys.argv = ["main.py"]
    sys.path[0] = folder
    program = types.ModuleType("__main__")
    program.__file__ = "main.py"
    sys.modules["__main__"] = program
    program.__dict__.update(case["inputs"])
    # The frames of this file are on the stack too.
    sys.setrecursionlimit(case["recursion"] + 5)
    os.write(result, json.dumps(outcome(case["source"], program.__dict__)).encode())
    os.close(result)


def outcome(source, names):
    try:
        value = evaluate(source, names)
        return {"status": "ok", "repr": "" if value is None else repr(value)}
    except SystemExit as end:
        code = end.code if isinstance(end.code, int) else int(end.code is not None)
        return {"status": "exit", "exit_code": code & 0xFF}
    except BaseException as error:
        return {"status": "error", "type": name(type(error)), "message": message(error), "traceback": text(error)}


def evaluate(source, names):
    """Executes a program; the value of a trailing expression is its value."""
    tree = compile(source, "main.py", "exec", ast.PyCF_ONLY_AST, dont_inherit=True)
    last = None
    if tree.body and isinstance(tree.body[-1], ast.Expr):
        last = ast.Expression(tree.body.pop().value)
    body = compile(tree, "main.py", "exec", dont_inherit=True)
    exec(body, names)
    if last is not None:
        return eval(compile(last, "main.py", "eval", dont_inherit=True), names)


def name(kind):
    return kind.__qualname__ if kind.__module__ in ("builtins", "__main__") else f"{kind.__module__}.{kind.__qualname__}"


def message(error):
    try:
        return str(error)
    except BaseException:
        return "<exception str() failed>"


def text(error):
    """The traceback, from the program's first frame on."""
    frames = error.__traceback__
    while frames and frames.tb_frame.f_code.co_filename == __file__:
        frames = frames.tb_next
    return "".join(traceback.format_exception(type(error), error, frames))


main()
