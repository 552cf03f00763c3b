# The caret marks the attribute of the middle of a chain.
class Node:
    def __init__(self, next=None):
        self.next = next


first = Node(Node())
print(first.next.next.next)
