# The global statement; reading a local before it is set.
total = 0

def add(n):
    global total, created
    total += n
    created = "by add"

def local_only():
    total = "local"
    return total

def too_early():
    try:
        print(total_so_far)
    except NameError as exc:
        print(type(exc).__name__, isinstance(exc, UnboundLocalError))
    total_so_far = 1

add(3), add(4)
print(total, created, local_only(), total)
too_early()
globals()["made"] = 5
made + total, sorted(globals().keys() & {"total", "created", "made", "value"})
