# Mazes: breadth-first shortest path, A* with fewer visits, and a seeded maze generator.
import heapq
import random
from collections import deque

MAZE = """
#########################
#S          #           #
##### # ### ######### # #
#     #   #       #   # #
# ##### # ####### # ### #
#   #   #   #       # # #
### ##### # # ##### # # #
# #     # # # #     #   #
# # # # ### # # ##### ###
#     #     #   #      E#
#########################
"""


def parse(text):
    cells = {(r, c): ch for r, row in enumerate(text.split("\n")[1:]) for c, ch in enumerate(row) if ch != "#"}
    places = {ch: at for at, ch in cells.items()}
    return set(cells), places["S"], places["E"]


def neighbours(r, c, free):
    return [n for n in ((r - 1, c), (r, c + 1), (r + 1, c), (r, c - 1)) if n in free]


def unwind(came, goal):
    path = []
    while goal is not None:
        path.append(goal)
        goal = came[goal]
    return path[::-1]


def bfs(free, start, goal):
    came, queue = {start: None}, deque([start])
    while queue:
        at = queue.popleft()
        if at == goal:
            return unwind(came, goal), len(came)
        for n in neighbours(*at, free):
            if n not in came:
                came[n] = at
                queue.append(n)
    return None, len(came)


def a_star(free, start, goal):
    guess = lambda at: abs(at[0] - goal[0]) + abs(at[1] - goal[1])
    came, cost, heap = {start: None}, {start: 0}, [(guess(start), start)]
    while heap:
        _, at = heapq.heappop(heap)
        if at == goal:
            return unwind(came, goal), len(came)
        for n in neighbours(*at, free):
            if n not in cost or cost[at] + 1 < cost[n]:
                cost[n], came[n] = cost[at] + 1, at
                heapq.heappush(heap, (cost[n] + guess(n), n))
    return None, len(came)


def carve(width, height, seed):
    rng, free, stack = random.Random(seed), {(1, 1)}, [(1, 1)]
    while stack:
        r, c = stack[-1]
        steps = (r - 2, c), (r, c + 2), (r + 2, c), (r, c - 2)
        ways = [(y, x) for y, x in steps if 0 < y < height - 1 and 0 < x < width - 1 and (y, x) not in free]
        if ways:
            stack.append(rng.choice(ways))
            free |= {((r + stack[-1][0]) // 2, (c + stack[-1][1]) // 2), stack[-1]}
        else:
            stack.pop()
    return free


free, start, goal = parse(MAZE)
path, seen = bfs(free, start, goal)
other, seen_by_a_star = a_star(free, start, goal)
print(f"shortest path {len(path) - 1} and {len(other) - 1} steps; bfs saw {seen} cells, A* saw {seen_by_a_star}")
for r, row in enumerate(MAZE.split("\n")[1:-1]):
    print("".join("." if (r, c) in path and ch == " " else ch for c, ch in enumerate(row)))
print(f"without {path[5]}:", len(bfs(free - {path[5]}, start, goal)[0]) - 1, "steps")
print(f"without {path[1]}:", bfs(free - {path[1]}, start, goal))
made = carve(31, 11, seed=8)
print("\n".join("".join(" " if (r, c) in made else "█" for c in range(31)) for r in range(11)))
len(bfs(made, (1, 1), (9, 29))[0]), path[:3]
