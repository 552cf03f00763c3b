# Assignment shares; slices and copy() are shallow; deepcopy follows and keeps identity.
import copy

a = [1, [2, 3], {"k": [4]}]
alias, shallow, deep = a, a[:], copy.deepcopy(a)
a[0] = 99
a[1].append("new")
a[2]["k"] += [5]
print(alias is a, shallow, deep, copy.copy(a)[1] is a[1])

class Node:
    def __init__(self, value, children=()):
        self.value, self.children, self.parent = value, list(children), None

    def __copy__(self):
        return Node(self.value + "'", self.children)

root = Node("root", [Node("leaf")])
root.children[0].parent = root
twin, clone = copy.copy(root), copy.deepcopy(root)
print(twin.value, twin.children[0] is root.children[0])
print(clone.children[0] is root.children[0], clone.children[0].parent is clone)
shared = [0]
pair = copy.deepcopy([shared, shared])
d = {"x": [1]}
e = d.copy()
e["x"].append(2)
e["y"] = 1
pair[0] is pair[1], pair[0] is shared, d, copy.deepcopy((1, "a")) == (1, "a"), copy.copy({1, 2}) == {1, 2}
