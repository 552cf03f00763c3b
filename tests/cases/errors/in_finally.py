# A second exception in finally keeps the first as context.
def work():
    try:
        return [][0]
    finally:
        int("x")


work()
