#! fuel = 200000
#! expect = {status = "fuel"}
while True:
    try:
        while True:
            pass
    except* BaseException:
        print("ESCAPED")
