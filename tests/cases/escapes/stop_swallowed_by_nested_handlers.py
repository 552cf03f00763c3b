#! fuel = 200000
#! expect = {status = "fuel"}
def spin():
    try:
        while True:
            pass
    except BaseException:
        spin()
    finally:
        print("ESCAPED")
        spin()

spin()
