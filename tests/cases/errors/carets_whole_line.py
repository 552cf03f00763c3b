# No carets when the whole line is the failing expression's statement.
def fail():
    raise RuntimeError("whole line")


fail()
