# Stars in displays, calls, returns, subscripts, for targets and dict merges.
def pair():
    return *"ab", *(1, 2)

def generate():
    yield *[1, 2], 3

class Index:
    def __getitem__(self, key):
        return key

a = [*range(3), *"xy", *{"k": 1}, *()]
b = *a, "end"
c = {**{"x": 1, "y": 2}, "x": 3, **dict(z=4)}
print(a, b, c, sorted({*a[:2], *[1]}), pair(), *generate(), Index()[*"ab", 1], sep="\n")
for first, *rest in [*zip([1, 2], "ab", "cd")]:
    print(first, rest)
print(*[1, 2], *"ab", sep="-", end="!\n")
print(max(*[3, 9], *(4,)), dict(**c, w=0), [*map(str, a[:2])], (lambda *a, **k: (len(a), sorted(k)))(*b, **c))
for code in ("f(**1)", "f(*1)", "f(**{1: 2})", "{**[1]}", "print(**{'sep': 5})", "f(a=1, **{'a': 2})"):
    try:
        eval(code, {"f": lambda *args, **kwargs: None})
    except TypeError:
        print("TypeError", code)
head, (mid, *tail), *_ = 1, "xyz", 4, 5
*start, end = *"pq", *"rs"
for *init, last in ["ab", "c"]:
    start += [*init, last]
head, mid, tail, start, end
