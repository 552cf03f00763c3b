# An exception in __exit__ while another one is on its way.
class Door:
    def __enter__(self):
        return self

    def __exit__(self, kind, value, tb):
        raise RuntimeError("the door is stuck")


with Door():
    raise ValueError("inside")
