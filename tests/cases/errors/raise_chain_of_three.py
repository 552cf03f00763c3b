# Causes and contexts in one long chain.
def first():
    raise OSError(5, "disk is gone")


def second():
    try:
        first()
    except OSError as e:
        raise ValueError("cannot read") from e


try:
    second()
except ValueError:
    raise RuntimeError("giving up")
