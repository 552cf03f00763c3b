# Carets point at the call that failed among several on the line.
def check(n):
    if n > 2:
        raise ValueError(f"{n} is too big")
    return n


total = check(1) + check(2) + check(3) + check(4)
