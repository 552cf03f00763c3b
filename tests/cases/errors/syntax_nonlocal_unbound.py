# nonlocal of a name that no outer function has.
def outer():
    def inner():
        nonlocal missing
        missing = 1
    inner()
