# Only names, attributes and items can be deleted.
def f():
    return {}


del f()
