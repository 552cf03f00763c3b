# An assertion without a message.
def check(items):
    assert len(items) > 0 and items[0] != 1


check([1])
