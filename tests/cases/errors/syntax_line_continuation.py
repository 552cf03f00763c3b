# Something after a line continuation.
total = 1 + \ 2
