# Exact determinants, inverses and linear systems by Gaussian elimination over fractions.
from fractions import Fraction
from itertools import permutations
from math import prod


def eliminate(matrix):
    """Reduced row echelon form, with the factor that the determinant picked up."""
    rows = [[Fraction(x) for x in row] for row in matrix]
    factor, pivot_row, pivots = Fraction(1), 0, []
    for column in range(len(rows[0])):
        candidates = [r for r in range(pivot_row, len(rows)) if rows[r][column]]
        if not candidates:
            continue
        if candidates[0] != pivot_row:
            rows[pivot_row], rows[candidates[0]] = rows[candidates[0]], rows[pivot_row]
            factor = -factor
        pivot = rows[pivot_row][column]
        factor *= pivot
        rows[pivot_row] = [x / pivot for x in rows[pivot_row]]
        for r, row in enumerate(rows):
            if r != pivot_row and row[column]:
                rows[r] = [a - row[column] * b for a, b in zip(row, rows[pivot_row])]
        pivots.append(column)
        pivot_row += 1
        if pivot_row == len(rows):
            break
    return rows, factor, pivots


def determinant(matrix):
    _, factor, pivots = eliminate(matrix)
    return factor if len(pivots) == len(matrix) else Fraction(0)


def leibniz(matrix):
    n = len(matrix)
    total = 0
    for p in permutations(range(n)):
        inversions = sum(p[i] > p[j] for i in range(n) for j in range(i + 1, n))
        total += (-1) ** inversions * prod(matrix[i][p[i]] for i in range(n))
    return total


def inverse(matrix):
    n = len(matrix)
    if determinant(matrix) == 0:
        raise ZeroDivisionError("matrix is singular")
    joined = [[*row, *(int(i == j) for j in range(n))] for i, row in enumerate(matrix)]
    return [row[n:] for row in eliminate(joined)[0]]


def solve(matrix, right):
    rows, _, pivots = eliminate([[*row, b] for row, b in zip(matrix, right)])
    return [row[-1] for row in rows] if pivots == list(range(len(matrix))) else None


def show(rows):
    for row in rows:
        print("  [" + "  ".join(f"{str(x):>6}" for x in row) + " ]")


A = [[2, -1, 0], [1, 3, 2], [4, 0, 5]]
HILBERT = [[Fraction(1, i + j + 1) for j in range(4)] for i in range(4)]
FOUR = [[0, 2, 1, 3], [1, 0, 0, 2], [3, 1, 4, 1], [5, 9, 2, 6]]
for name, m in {"A": A, "4x4": FOUR, "singular": [[1, 2], [2, 4]]}.items():
    assert determinant(m) == leibniz(m)
    print(f"det {name} = {determinant(m)}")
print("det hilbert =", determinant(HILBERT))
print("inverse of A:")
show(inverse(A))
print("inverse of the 4x4 Hilbert matrix:")
show(inverse(HILBERT))
try:
    inverse([[1, 2], [2, 4]])
except ZeroDivisionError as exc:
    print("ZeroDivisionError:", exc)
print("solution:", [str(x) for x in solve(A, [1, 2, 3])], "none:", solve([[1, 1], [1, 1]], [1, 2]))
determinant(A), solve([[3, 2], [1, 2]], [18, 2])
