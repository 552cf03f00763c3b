# Minimum spanning trees with union-find, connected components, and Prim as a check.
import heapq

EDGES = [
    ("A", "B", 7), ("A", "D", 5), ("B", "C", 8), ("B", "D", 9), ("B", "E", 7), ("C", "E", 5),
    ("D", "E", 15), ("D", "F", 6), ("E", "F", 8), ("E", "G", 9), ("F", "G", 11), ("X", "Y", 2),
]


class UnionFind:
    def __init__(self, items):
        self.parent = {item: item for item in items}
        self.size = dict.fromkeys(self.parent, 1)
        self.count = len(self.parent)

    def find(self, item):
        while self.parent[item] != item:
            self.parent[item] = self.parent[self.parent[item]]
            item = self.parent[item]
        return item

    def union(self, a, b):
        a, b = self.find(a), self.find(b)
        if a == b:
            return False
        if self.size[a] < self.size[b]:
            a, b = b, a
        self.parent[b] = a
        self.size[a] += self.size[b]
        self.count -= 1
        return True

    def groups(self):
        table = {}
        for item in self.parent:
            table.setdefault(self.find(item), []).append(item)
        return sorted(table.values())


def kruskal(edges):
    sets = UnionFind(sorted({node for a, b, _ in edges for node in (a, b)}))
    tree = []
    for a, b, weight in sorted(edges, key=lambda edge: (edge[2], edge)):
        accepted = sets.union(a, b)
        print(f"  {a}-{b} {weight:>2} {'taken' if accepted else 'would close a cycle'}")
        if accepted:
            tree.append((a, b, weight))
    return tree, sets


def prim(edges, start):
    graph = {}
    for a, b, weight in edges:
        graph.setdefault(a, []).append((weight, b))
        graph.setdefault(b, []).append((weight, a))
    seen, heap, total = {start}, list(graph[start]), 0
    heapq.heapify(heap)
    while heap:
        weight, node = heapq.heappop(heap)
        if node in seen:
            continue
        seen.add(node)
        total += weight
        for edge in graph[node]:
            heapq.heappush(heap, edge)
    return total, seen


tree, sets = kruskal(EDGES)
total = sum(weight for *_, weight in tree)
print(f"{len(tree)} edges, weight {total}, {sets.count} components: {sets.groups()}")
by_prim = [prim(EDGES, start) for start in ("A", "X")]
print("prim:", [(weight, "".join(sorted(seen))) for weight, seen in by_prim])
assert total == sum(weight for weight, _ in by_prim)

friends = UnionFind(range(8))
for a, b in [(0, 1), (2, 3), (1, 3), (5, 6), (6, 5)]:
    print(f"join {a} {b}: {friends.union(a, b)}, {friends.count} groups")
friends.groups(), total
