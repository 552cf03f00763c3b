# Counts n-queens solutions with bit masks and draws some of them.
def solutions(n, row=0, columns=0, left=0, right=0, placed=()):
    if row == n:
        yield placed
        return
    free = ~(columns | left | right) & ((1 << n) - 1)
    while free:
        bit = free & -free
        free ^= bit
        column = bit.bit_length() - 1
        yield from solutions(n, row + 1, columns | bit, (left | bit) << 1, (right | bit) >> 1, (*placed, column))


def count(n, columns=0, left=0, right=0):
    full = (1 << n) - 1
    if columns == full:
        return 1
    total, free = 0, full & ~(columns | left | right)
    while free:
        bit = free & -free
        free -= bit
        total += count(n, columns | bit, (left | bit) << 1, (right | bit) >> 1)
    return total


def draw(queens):
    n = len(queens)
    return "\n".join(" ".join("Q" if c == q else "." for c in range(n)) for q in queens)


def distinct(n):
    seen, unique = set(), []
    for queens in solutions(n):
        if queens in seen:
            continue
        unique.append(queens)
        variant = queens
        for _ in range(4):
            turned = [0] * n
            for row, column in enumerate(variant):
                turned[column] = n - 1 - row
            variant = tuple(turned)
            seen.add(variant)
            seen.add(variant[::-1])
    return unique


print(draw(next(solutions(8))))
print()
for n in range(1, 8):
    print(f"{n} queens: {count(n):>3} solutions, {len(distinct(n)):>2} up to symmetry")
print()
for queens in distinct(6):
    print(draw(queens))
count(7)
