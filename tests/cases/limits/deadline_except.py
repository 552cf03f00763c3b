#! timeout = "1s"
#! fuel = 1000000000
#! expect = "timeout"
while True:
    try:
        while True:
            pass
    except BaseException:
        print("caught")
    finally:
        pass
