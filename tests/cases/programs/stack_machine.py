# A stack machine: an assembler with labels, an interpreter, and three small programs.
import operator
import re

BINARY = {name: getattr(operator, name) for name in ("add", "sub", "mul", "mod", "lt")}


def assemble(text):
    code, labels = [], {}
    for line in re.sub(r";.*", "", text).replace(",", "\n").splitlines():
        line = line.strip()
        if line.endswith(":"):
            labels[line[:-1]] = len(code)
        elif line:
            op, *args = line.split()
            code.append((op, args[0] if args else None))
    return [(op, labels.get(arg, arg)) for op, arg in code]


def execute(code, memory=None, budget=5000):
    stack, calls, out, pc, steps = [], [], [], 0, 0
    memory = dict(memory or {})
    while True:
        steps += 1
        if steps > budget:
            raise RuntimeError(f"stopped after {budget} steps")
        op, arg = code[pc]
        pc += 1
        match op:
            case "push":
                stack.append(int(arg))
            case "load":
                stack.append(memory[arg])
            case "store":
                memory[arg] = stack.pop()
            case "dup":
                stack.append(stack[-1])
            case "add" | "sub" | "mul" | "mod" | "lt":
                b, a = stack.pop(), stack.pop()
                stack.append(BINARY[op](a, b))
            case "jump":
                pc = arg
            case "jz":
                pc = arg if stack.pop() == 0 else pc
            case "call":
                calls.append(pc)
                pc = arg
            case "ret":
                pc = calls.pop()
            case "print":
                out.append(stack.pop())
            case "halt":
                return out, memory, steps
            case _:
                raise RuntimeError(f"bad instruction {op!r}")


FACTORIAL = "push 1, store r, loop:, load n, jz end, load r, load n, mul, store r, load n, push 1, sub, store n, \
jump loop, end:, load r, print, halt"
GCD = """
loop:
    load b, jz end      ; until b is zero
    load a, load b, mod, load b, store a, store b
    jump loop
end:
    load a, print, halt
"""
SQUARES = "loop:, load i, call square, print, load i, push 1, add, dup, store i, push 6, lt, jz end, jump loop, \
end:, halt, square:, dup, mul, ret"

PROGRAMS = [(FACTORIAL, {"n": 25}), (GCD, {"a": 1071, "b": 462}), (SQUARES, {"i": 1})]
for text, memory in PROGRAMS:
    out, memory, steps = execute(assemble(text), memory)
    print(f"{out} in {steps} steps, memory {memory}")

for text in ("loop:, jump loop", "fly"):
    try:
        execute(assemble(text))
    except RuntimeError as exc:
        print("RuntimeError:", exc)
try:
    execute(assemble("push 1, add, halt"))
except IndexError as exc:
    print("IndexError:", exc)
len(assemble(GCD)), assemble(GCD)[1]
