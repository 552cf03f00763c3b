#! fuel = 10000
#! expect = "fuel"
while True:
    try:
        while True:
            pass
    except* BaseException as group:
        print("caught", group)
