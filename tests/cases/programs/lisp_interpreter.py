# A small Lisp: reader, environments, closures, recursion, and a prelude.
import operator as op
from collections import ChainMap
from functools import reduce


def read(text):
    tokens = iter(text.replace("(", " ( ").replace(")", " ) ").replace("'", " ' ").split())

    def form(token):
        if token == "(":
            items = []
            while (token := next(tokens)) != ")":
                items.append(form(token))
            return items
        if token == "'":
            return ["quote", form(next(tokens))]
        try:
            return int(token)
        except ValueError:
            return {"#t": True, "#f": False}.get(token, token)

    for token in tokens:
        yield form(token)


def show(value):
    match value:
        case bool():
            return "#t" if value else "#f"
        case list():
            return "(" + " ".join(map(show, value)) + ")"
        case _:
            return getattr(value, "__name__", str(value))


GLOBAL = ChainMap({
    "+": lambda *a: sum(a), "*": lambda *a: reduce(op.mul, a, 1), "-": op.sub, "<": op.lt, "=": op.eq,
    "mod": op.mod, "car": lambda x: x[0], "cdr": lambda x: x[1:], "cons": lambda a, b: [a, *b],
    "list": lambda *a: list(a), "null?": lambda x: x == [],
})


def evaluate(x, env=GLOBAL):
    match x:
        case bool() | int():
            return x
        case str():
            return env[x]
        case ["quote", form]:
            return form
        case ["if", test, yes, no]:
            return evaluate(yes if evaluate(test, env) is not False else no, env)
        case ["define", [name, *params], body]:
            env[name] = evaluate(["lambda", params, body], env)
        case ["define", name, value]:
            env[name] = evaluate(value, env)
        case ["lambda", params, body]:
            return lambda *args: evaluate(body, env.new_child(dict(zip(params, args))))
        case ["let", bindings, body]:
            return evaluate(body, env.new_child({name: evaluate(value, env) for name, value in bindings}))
        case [function, *args]:
            return evaluate(function, env)(*(evaluate(arg, env) for arg in args))


PROGRAM = """
(define (map f xs) (if (null? xs) '() (cons (f (car xs)) (map f (cdr xs)))))
(define (range a b) (if (< a b) (cons a (range (+ a 1) b)) '()))
(define (fact n) (if (= n 0) 1 (* n (fact (- n 1)))))
(define (adder n) (lambda (x) (+ x n)))
(define (compose f g) (lambda (x) (f (g x))))
(map fact (range 0 9))
((compose (adder 10) (lambda (x) (* x x))) 7)
(let ((x 2) (y 40)) (list x y (+ x y) (< x y) 'done))
(fact 30)
(car '())
(undefined 1)
"""
results = []
for form in read(PROGRAM):
    try:
        value = evaluate(form)
    except (KeyError, IndexError) as exc:
        print("error:", exc)
    else:
        if value is not None:
            results.append(value)
            print(show(value))
results[0]
