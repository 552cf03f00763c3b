#! value_bytes = 100000
#! expect = "output"
# A small object that is large when written out: each level holds the one below twice.
tree = []
for _ in range(40):
    tree = [tree, tree]
tree
