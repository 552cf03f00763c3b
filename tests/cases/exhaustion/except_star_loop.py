#! expect = {status = "fuel"}
#! fuel = 100000
while True:
    try:
        while True:
            pass
    except* BaseException:
        pass
