# A local that is read before it is assigned.
count = 0


def step():
    count += 1
    return count


step()
