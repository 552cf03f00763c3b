# An LRU cache three ways: an OrderedDict, a linked list, and functools.lru_cache.
from collections import OrderedDict
from functools import lru_cache


class OrderedLRU:
    def __init__(self, capacity):
        self.capacity, self.data = capacity, OrderedDict()
        self.hits = self.misses = 0

    def get(self, key, default=None):
        if key not in self.data:
            self.misses += 1
            return default
        self.hits += 1
        self.data.move_to_end(key)
        return self.data[key]

    def put(self, key, value):
        self.data[key] = value
        self.data.move_to_end(key)
        if len(self.data) > self.capacity:
            self.data.popitem(last=False)

    def keys(self):
        return list(self.data)


class Node:
    __slots__ = ("key", "value", "before", "after")

    def __init__(self, key=None, value=None):
        self.key, self.value = key, value
        self.before = self.after = self


class LinkedLRU:
    def __init__(self, capacity):
        self.capacity, self.nodes, self.root = capacity, {}, Node()

    def _unlink(self, node):
        node.before.after, node.after.before = node.after, node.before

    def _newest(self, node):
        last = self.root.before
        last.after, node.before, node.after, self.root.before = node, last, self.root, node

    def get(self, key, default=None):
        if (node := self.nodes.get(key)) is None:
            return default
        self._unlink(node)
        self._newest(node)
        return node.value

    def put(self, key, value):
        if key in self.nodes:
            self._unlink(self.nodes.pop(key))
        elif len(self.nodes) == self.capacity:
            oldest = self.root.after
            self._unlink(oldest)
            del self.nodes[oldest.key]
        self.nodes[key] = node = Node(key, value)
        self._newest(node)

    def keys(self):
        out, node = [], self.root.after
        while node is not self.root:
            out.append(node.key)
            node = node.after
        return out


first, second = OrderedLRU(3), LinkedLRU(3)
for step in "put a 1/put b 2/put c 3/get a/put d 4/get b/put c 33/get c/put e 5/get d".split("/"):
    action, key, *value = step.split()
    answers = [getattr(cache, action)(key, *value) for cache in (first, second)]
    assert answers[0] == answers[1] and first.keys() == second.keys()
    print(f"{step:<9} -> {answers[0]!s:<5} {first.keys()}")


@lru_cache(maxsize=2)
def square(n):
    print("  computing", n)
    return n * n


print([square(n) for n in (3, 4, 3, 5, 4, 3)])
print(square.cache_info())
first.hits, first.misses, second.keys()
