# A generator expression has a frame of its own.
total = sum(10 / n for n in (5, 0))
