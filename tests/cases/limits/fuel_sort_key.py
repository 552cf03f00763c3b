#! fuel = 10000
#! expect = "fuel"
# A native sort with a key that never comes back.
def key(item):
    while True:
        try:
            item += 1
        except BaseException:
            pass


sorted([3, 1, 2], key=key)
