# A bracket closed by another kind.
values = [1, (2, 3]
