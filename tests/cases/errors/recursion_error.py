#! recursion = 100
# Endless recursion; the repeated line is folded.
def down(n):
    return down(n + 1)


down(0)
