#! recursion = 300
#! expect = "ok"
# A higher bound than the least, lower than the default.
#! alone = "CPython counts the frames of its own start"
def depth(n):
    return 0 if n == 0 else 1 + depth(n - 1)


reached = 0
try:
    while True:
        depth(reached)
        reached += 1
except RecursionError:
    pass
250 < reached < 300
