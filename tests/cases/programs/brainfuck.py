# A Brainfuck interpreter over run-length compressed instructions, and a few programs.
from itertools import groupby

HELLO = """
++++++++[>++++[>++>+++>+++>+<<<<-]>+>+>->>+[<]<-]>>.>---.+++++++..+++.
>>.<-.<.+++.------.--------.>>+.>++.
"""
ADD = ",>,[<+>-]<."
REVERSE = ">,[>,]<[.<]"
CAT = ",[.,]"


def parse(source):
    """Run-length compressed instructions, with loops as nested lists."""
    stack = [[]]
    for char, group in groupby(c for c in source if c in "+-<>.,[]"):
        n = len(list(group))
        if char == "[":
            for _ in range(n):
                stack.append([])
        elif char == "]":
            for _ in range(n):
                if len(stack) == 1:
                    raise SyntaxError("unmatched ]")
                body = stack.pop()
                stack[-1].append(("loop", body))
        else:
            stack[-1].append((char, n))
    if len(stack) > 1:
        raise SyntaxError(f"{len(stack) - 1} unclosed [")
    return stack[0]


class Machine:
    def __init__(self, data=b"", budget=20_000):
        self.tape, self.at, self.out = [0] * 64, 0, bytearray()
        self.data, self.budget, self.steps = iter(data), budget, 0

    def run(self, program):
        self.steps += 1
        if self.steps > self.budget:
            raise RuntimeError("too many steps")
        for op, argument in program:
            self.steps += 1
            match op:
                case "+":
                    self.tape[self.at] = (self.tape[self.at] + argument) % 256
                case "-":
                    self.tape[self.at] = (self.tape[self.at] - argument) % 256
                case ">":
                    self.at += argument
                case "<":
                    self.at -= argument
                case ".":
                    self.out += bytes([self.tape[self.at]]) * argument
                case ",":
                    for _ in range(argument):
                        self.tape[self.at] = next(self.data, 0)
                case "loop" if argument == [("-", 1)]:
                    self.tape[self.at] = 0
                case "loop":
                    while self.tape[self.at]:
                        self.run(argument)
        return self


def execute(source, data=b""):
    machine = Machine(data).run(parse(source))
    return bytes(machine.out), machine.steps


print(execute(HELLO)[0].decode(), end="")
print(execute(HELLO)[1], "steps")
print(execute(ADD, b"!#"), execute(REVERSE, b"stressed"), execute(CAT, "né".encode())[0].decode())
print("squares:", execute("+++++[>+++++<-]>[<+>-]<.")[0][0], "clear:", parse("[-]>[->+<]"))
for bad in ("[[+]", "+]", "+[]"):
    try:
        execute(bad)
    except (SyntaxError, RuntimeError) as exc:
        print(f"{bad!r}: {type(exc).__name__}: {exc}")
len(HELLO), execute(HELLO)[0]
