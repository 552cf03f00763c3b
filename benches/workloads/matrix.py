size = 60
a = [[i + j for j in range(size)] for i in range(size)]
b = [[i - j for j in range(size)] for i in range(size)]
c = [[sum(x * y for x, y in zip(row, column)) for column in zip(*b)] for row in a]
result = sum(map(sum, c))
