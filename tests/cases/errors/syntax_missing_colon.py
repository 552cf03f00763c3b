# A block statement without its colon.
def area(r)
    return 3 * r * r
