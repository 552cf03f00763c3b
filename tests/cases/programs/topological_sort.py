# Build order of packages: Kahn's algorithm, cycle detection, and graphlib as a check.
from collections import deque
from graphlib import CycleError, TopologicalSorter

DEPENDS = {
    "app": ["web", "auth", "report"],
    "web": ["http", "templates"],
    "auth": ["crypto", "db"],
    "report": ["db", "templates"],
    "db": ["core"],
    "http": ["core"],
    "crypto": ["core"],
    "templates": ["core"],
    "core": [],
}


def kahn(depends):
    pending = {node: len(needs) for node, needs in depends.items()}
    users = {node: [] for node in depends}
    for node, needs in depends.items():
        for need in needs:
            users[need].append(node)
    ready = deque(sorted(node for node, n in pending.items() if n == 0))
    order = []
    while ready:
        node = ready.popleft()
        order.append(node)
        for user in sorted(users[node]):
            pending[user] -= 1
            if pending[user] == 0:
                ready.append(user)
    if len(order) < len(depends):
        raise ValueError("cycle among " + ", ".join(sorted(set(depends) - set(order))))
    return order


def levels(depends):
    memo = {}

    def level(node):
        if node not in memo:
            memo[node] = 1 + max((level(need) for need in depends[node]), default=-1)
        return memo[node]

    table = {}
    for node in sorted(depends):
        table.setdefault(level(node), []).append(node)
    return dict(sorted(table.items()))


order = kahn(DEPENDS)
print(" -> ".join(order))
position = {node: i for i, node in enumerate(order)}
assert all(position[need] < position[node] for node, needs in DEPENDS.items() for need in needs)
for level, nodes in levels(DEPENDS).items():
    print(f"stage {level}: {', '.join(nodes)}")

sorter = TopologicalSorter(DEPENDS)
sorter.prepare()
while sorter.is_active():
    batch = sorted(sorter.get_ready())
    print("parallel:", batch)
    sorter.done(*batch)

broken = {**DEPENDS, "core": ["web"]}
try:
    kahn(broken)
except ValueError as exc:
    print("ValueError:", exc)
try:
    list(TopologicalSorter({"a": ["b"], "b": ["a"]}).static_order())
except CycleError as exc:
    print("CycleError:", exc.args[0], sorted(set(exc.args[1])))
order[-1]
