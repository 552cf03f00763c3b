# Solves a sudoku by constraint propagation and depth-first search on the tightest cell.
PUZZLE = """
53..7....
6..195...
.98....6.
8...6...3
4..8.3..1
7...2...6
.6....28.
...419..5
....8..79
"""

DIGITS = set("123456789")
CELLS = [(r, c) for r in range(9) for c in range(9)]
UNITS = (
    [[(r, c) for c in range(9)] for r in range(9)]
    + [[(r, c) for r in range(9)] for c in range(9)]
    + [[(r + i, c + j) for i in range(3) for j in range(3)] for r in (0, 3, 6) for c in (0, 3, 6)]
)
PEERS = {cell: {p for unit in UNITS if cell in unit for p in unit} - {cell} for cell in CELLS}


def parse(text):
    rows = text.split()
    return {(r, c): rows[r][c] for r, c in CELLS}


def options(grid, cell):
    return DIGITS - {grid[p] for p in PEERS[cell]}


def solve(grid, stats):
    stats["nodes"] += 1
    empty = [(len(choice := options(grid, cell)), cell, choice) for cell in CELLS if grid[cell] == "."]
    if not empty:
        return grid
    _, cell, choice = min(empty, key=lambda entry: entry[:2])
    for digit in sorted(choice):
        solution = solve({**grid, cell: digit}, stats)
        if solution:
            return solution
    return None


def show(grid):
    for r in range(9):
        if r in (3, 6):
            print("------+-------+------")
        cells = [grid[r, c] for c in range(9)]
        print(" | ".join(" ".join(cells[i : i + 3]) for i in (0, 3, 6)))


stats = {"nodes": 0}
solution = solve(parse(PUZZLE), stats)
show(solution)
print("nodes visited:", stats["nodes"])
print("valid:", all({solution[cell] for cell in unit} == DIGITS for unit in UNITS))
"".join(solution[0, c] for c in range(9))
