# Conway's life on a set of live cells: blinker, glider and a still life.
from collections import Counter


def parse(text, dx=0, dy=0):
    return {(x + dx, y + dy) for y, line in enumerate(text.split()) for x, c in enumerate(line) if c == "#"}


def step(cells):
    neighbours = Counter(
        (x + dx, y + dy)
        for x, y in cells
        for dx in (-1, 0, 1)
        for dy in (-1, 0, 1)
        if dx or dy
    )
    return {cell for cell, n in neighbours.items() if n == 3 or (n == 2 and cell in cells)}


def show(cells, width, height):
    for y in range(height):
        print("".join("#" if (x, y) in cells else "." for x in range(width)))


def period(cells, limit=50):
    seen = {}
    for generation in range(limit):
        key = frozenset(cells)
        if key in seen:
            return generation - seen[key]
        seen[key] = generation
        cells = step(cells)
    return None


glider = parse(".#. ..# ###")
cells = glider
for generation in range(5):
    print(f"generation {generation}, population {len(cells)}")
    show(cells, 6, 5)
    cells = step(cells)

patterns = {
    "block": parse("## ##", 1, 1),
    "blinker": parse("###"),
    "toad": parse(".### ###."),
    "beacon": parse("##.. ##.. ..## ..##"),
    "glider": glider,
}
for name, pattern in patterns.items():
    print(f"{name:<8} {len(pattern)} cells, period {period(pattern)}")

moved = glider
for _ in range(12):
    moved = step(moved)
assert moved == {(x + 3, y + 3) for x, y in glider}
sorted(moved)
