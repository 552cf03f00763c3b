# A keyword used as a parameter.
def send(from, to):
    return from
