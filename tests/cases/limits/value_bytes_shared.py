# taipan: value_bytes = 100000
# taipan: expect = "output"
# A small object that is large when written out: each level holds the one below twice.
tree = []
for _ in range(40):
    tree = [tree, tree]
tree
