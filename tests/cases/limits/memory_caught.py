#! memory = "16MiB"
#! expect = "memory"
# The limit is not an exception that code can catch.
items = []
while True:
    try:
        while True:
            items.append([0] * 1000)
    except BaseException:
        print("caught")
