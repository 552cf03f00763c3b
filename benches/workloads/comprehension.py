squares = [x * x for x in range(100_000)]
even = {x for x in squares if x % 2 == 0}
table = {x: str(x) for x in range(30_000)}
result = (len(squares), len(even), len(table))
