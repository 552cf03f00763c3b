# A bare raise keeps the first place.
def work():
    return {}["x"]


try:
    work()
except KeyError:
    print("logging it")
    raise
