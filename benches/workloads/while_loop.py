n, steps = 837_799, 0
for start in range(n, n + 400):
    m = start
    while m != 1:
        m = m // 2 if m % 2 == 0 else 3 * m + 1
        steps += 1
result = steps
