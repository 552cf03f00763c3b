# global after the name was used.
count = 0


def step():
    count = 1
    global count
