# A prefix tree for autocompletion: insert, search, complete by rank, delete and wildcards.
class Trie:
    END = "$"

    def __init__(self):
        self.root = {}

    def insert(self, word, weight=1):
        node = self.root
        for char in word:
            node = node.setdefault(char, {})
        node[self.END] = node.get(self.END, 0) + weight

    def _find(self, prefix):
        node = self.root
        for char in prefix:
            node = node.get(char)
            if node is None:
                return None
        return node

    def __contains__(self, word):
        node = self._find(word)
        return node is not None and self.END in node

    def words(self, prefix=""):
        def visit(node, text):
            for char, child in sorted(node.items()):
                if char == self.END:
                    yield text, child
                else:
                    yield from visit(child, text + char)

        node = self._find(prefix)
        if node is not None:
            yield from visit(node, prefix)

    def complete(self, prefix, limit=3):
        ranked = sorted(self.words(prefix), key=lambda pair: (-pair[1], pair[0]))
        return [word for word, _ in ranked[:limit]]

    def delete(self, word):
        def drop(node, rest):
            if not rest:
                return node.pop(self.END, None) is not None
            child = node.get(rest[0])
            found = child is not None and drop(child, rest[1:])
            if found and not child:
                del node[rest[0]]
            return found

        return drop(self.root, word)

    def match(self, pattern):
        def visit(node, i, text):
            if i == len(pattern):
                if self.END in node:
                    yield text
            elif pattern[i] == "?":
                for char in sorted(set(node) - {self.END}):
                    yield from visit(node[char], i + 1, text + char)
            elif pattern[i] in node:
                yield from visit(node[pattern[i]], i + 1, text + pattern[i])

        return list(visit(self.root, 0, ""))


def count_nodes(node):
    return 1 + sum(count_nodes(child) for char, child in node.items() if char != Trie.END)


trie = Trie()
text = "the then there these car cart care cat dog the the care cart dot do there the café"
for word in text.split():
    trie.insert(word)

for prefix in ("th", "ca", "do", "x", ""):
    print(f"{prefix!r:<5} {trie.complete(prefix)}")
print([word in trie for word in ("the", "them", "th", "café")])
print("patterns:", trie.match("ca?"), trie.match("?o?"), trie.match("th???"), trie.match("????"))
before = count_nodes(trie.root)
print("delete:", [trie.delete(word) for word in ("then", "the", "ghost", "cart")])
print("nodes:", before, "->", count_nodes(trie.root))
print("left:", [word for word, _ in trie.words()])
prefix = "ther"
dict(trie.words(prefix)), trie._find("do")
