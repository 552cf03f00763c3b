# A local that only one branch assigns, and a deleted one.
def pick(flag):
    if flag:
        value = 1
    return value


print(pick(True))
try:
    pick(False)
except UnboundLocalError as e:
    print(type(e).__name__, e)


def gone():
    x = 1
    del x
    return x


gone()
