# A calculator: tokenizer, precedence-climbing parser, and evaluator with variables.
import math
import operator as op
import re

TOKEN = re.compile(r"(?P<num>\d+\.?\d*(?:[eE]-?\d+)?)|(?P<name>[A-Za-z]\w*)|(?P<op>\*\*|//|[-+*/%()=,])")
BINARY = {"=": (0, 0), "+": (1, 1), "-": (1, 1)} | dict.fromkeys(["*", "/", "//", "%"], (2, 1)) | {"**": (4, 0)}
APPLY = {"+": op.add, "-": op.sub, "*": op.mul, "/": op.truediv, "//": op.floordiv, "%": op.mod, "**": pow}
FUNCTIONS = {"sqrt": math.sqrt, "max": max, "hypot": math.hypot}


def tokenize(text):
    tokens = []
    while text := text.strip():
        if (match := TOKEN.match(text)) is None:
            raise SyntaxError(f"unexpected {text[0]!r}")
        tokens.append((match.lastgroup, match[0]))
        text = text[match.end() :]
    return [*tokens, ("end", "")]


class Calculator:
    def __init__(self):
        self.variables = {}

    def run(self, text):
        self.tokens, self.index = tokenize(text), 0
        tree = self.expression(0)
        if self.tokens[self.index][1]:
            raise SyntaxError(f"unexpected {self.tokens[self.index][1]!r}")
        return self.evaluate(tree)

    def take(self):
        self.index += 1
        return self.tokens[self.index - 1]

    def expression(self, minimum):
        left = self.atom()
        while (op := self.tokens[self.index][1]) in BINARY and BINARY[op][0] >= minimum:
            self.take()
            left = (op, left, self.expression(sum(BINARY[op])))
        return left

    def atom(self):
        match self.take():
            case "num", text:
                return float(text) if set(text) & set(".eE") else int(text)
            case "name", name if self.tokens[self.index][1] == "(":
                arguments = []
                while self.take()[1] in ("(", ","):
                    arguments.append(self.expression(0))
                return ("call", name, arguments)
            case "name", name:
                return ("name", name)
            case "op", "-":
                return ("neg", self.expression(3))
            case "op", "(":
                inner = self.expression(0)
                if self.take()[1] == ")":
                    return inner
        raise SyntaxError(f"unexpected {self.tokens[self.index - 1][1] or 'end'!r}")

    def evaluate(self, tree):
        match tree:
            case int() | float():
                return tree
            case ("name", name):
                return self.variables[name]
            case ("neg", inner):
                return -self.evaluate(inner)
            case ("call", name, arguments):
                return FUNCTIONS[name](*map(self.evaluate, arguments))
            case ("=", ("name", name), value):
                self.variables[name] = self.evaluate(value)
                return self.variables[name]
            case (op, left, right):
                return APPLY[op](self.evaluate(left), self.evaluate(right))


calc, answers = Calculator(), []
LINES = """1 + 2 * 3; (1 + 2) * 3; 2 ** 3 ** 2; -2 ** 2; x = y = 7; x * (y - 2); 10 - 4 - 3; 7 // 2 + 7 % 4;
hypot(3, 4) + max(1, 9, 2); 1.5e3 / 4; z + 1; 1 / 0; 2 +; 2 3; 3 $ 4; (1; sqrt(2) ** 2"""
for line in map(str.strip, LINES.split(";")):
    try:
        answers.append(calc.run(line))
        print(f"{line:<28} = {answers[-1]}")
    except (SyntaxError, LookupError, ArithmeticError) as exc:
        print(f"{line:<28} ! {type(exc).__name__}: {exc}")
answers[:6]
