#! expect = {status = "memory"}
#! memory = "48MiB"
def f(*a):
    return f(*a, *a, 1)
f(1)
