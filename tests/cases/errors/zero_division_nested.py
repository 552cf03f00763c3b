# One frame for each nested call.
def rate(part, whole):
    return part / whole


def percent(part, whole):
    return 100 * rate(part, whole)


def report(rows):
    for name, part, whole in rows:
        print(f"{name}: {percent(part, whole):.1f}%")


report([("a", 1, 4), ("b", 3, 0)])
