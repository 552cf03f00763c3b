# List, set, dict and generator comprehensions: nesting, conditions, scope.
print([x * x for x in range(5)], [x for x in range(10) if x % 2 if x > 3], [(x, y) for x in "ab" for y in range(2)])
print(sorted({x % 3 for x in range(9)}), {k: v for k, v in zip("abc", range(3)) if v})
print({v: k for k, v in {"a": 1}.items()})
matrix = [[1, 2, 3], [4, 5, 6]]
print([[row[i] for row in matrix] for i in range(3)])
print([n for row in matrix for n in row], [sum(row) for row in matrix])
g = (print("lazy", x) or x for x in range(3))
print("before", next(g), "then", list(g), list(g))
x = "outer"
print([x for x in range(3)], x, [y := 7, y], y)
functions = [lambda: i for i in range(3)]
bound = [lambda i=i: i for i in range(3)]
print([f() for f in functions], [f() for f in bound])
print(sum(n for n in range(5)), max((len(w), w) for w in ["aa", "b"]))
print(any(c.isdigit() for c in "a1"), sorted(-n for n in {1, 2}))
print(["even" if n % 2 == 0 else "odd" for n in range(3)], [*(i for i in "ab")])
print([i for i in [j for j in range(3)][1:]], dict(a=[i for i in ()]))

class Scope:
    n = 3
    squares = [i * i for i in range(n)]

print(Scope.squares, [[i * j for j in range(i)] for i in range(4)], {(): [() for _ in range(2)]})
[a for a, *_ in ["xyz", "pq"]], {len(w): w for w in ["a", "bb", "cc"]}
