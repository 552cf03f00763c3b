#! expect = {status = "error"}
def k(x):
    return sorted([x], key=k)
k(1)
