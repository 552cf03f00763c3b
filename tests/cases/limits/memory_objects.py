#! memory = "16MiB"
#! expect = "memory"
class Node:
    def __init__(self, next):
        self.next = next


node = None
while True:
    node = Node(node)
