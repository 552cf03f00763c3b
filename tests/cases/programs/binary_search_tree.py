# A binary search tree with insertion, deletion, traversals, ranges and a drawing.
class Node:
    def __init__(self, key):
        self.key, self.left, self.right = key, None, None


class Tree:
    def __init__(self, keys=()):
        self.root, self.size = None, 0
        for key in keys:
            self.add(key)

    def add(self, key):
        if self.root is None:
            self.root = Node(key)
        else:
            node = self.root
            while True:
                if key == node.key:
                    return False
                side = "left" if key < node.key else "right"
                if getattr(node, side) is None:
                    setattr(node, side, Node(key))
                    break
                node = getattr(node, side)
        self.size += 1
        return True

    def remove(self, key):
        def drop(node, key):
            if node is None:
                raise KeyError(key)
            if key < node.key:
                node.left = drop(node.left, key)
            elif key > node.key:
                node.right = drop(node.right, key)
            elif node.left and node.right:
                heir = node.right
                while heir.left:
                    heir = heir.left
                node.key = heir.key
                node.right = drop(node.right, heir.key)
            else:
                return node.left or node.right
            return node

        self.root, self.size = drop(self.root, key), self.size - 1

    def __iter__(self):
        stack, node = [], self.root
        while stack or node:
            while node:
                stack.append(node)
                node = node.left
            node = stack.pop()
            yield node.key
            node = node.right

    def __contains__(self, key):
        node = self.root
        while node and node.key != key:
            node = node.left if key < node.key else node.right
        return node is not None

    def height(self):
        measure = lambda node: 1 + max(measure(node.left), measure(node.right)) if node else 0
        return measure(self.root)

    def draw(self):
        def lines(node, depth=0):
            if node:
                yield from lines(node.right, depth + 1)
                yield "    " * depth + str(node.key)
                yield from lines(node.left, depth + 1)

        return "\n".join(lines(self.root))


tree = Tree([50, 30, 70, 20, 40, 60, 80, 35, 45, 65])
print(tree.draw())
print("sorted:", list(tree), "size", tree.size, "height", tree.height())
print("add 40 again:", tree.add(40), "| 45 in tree:", 45 in tree, "| 46 in tree:", 46 in tree)
for key in (20, 70, 50, 99):
    try:
        tree.remove(key)
        print(f"removed {key}: {list(tree)}, root {tree.root.key}, size {tree.size}")
    except KeyError as exc:
        print("KeyError:", exc)
(list(tree), tree.height(), Tree(range(10)).height())
