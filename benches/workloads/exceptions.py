caught = 0
for i in range(60_000):
    try:
        if i % 3 == 0:
            raise ValueError(i)
        int('7')
    except ValueError:
        caught += 1
    finally:
        caught += 0
result = caught
