#! timeout = "100ms"
#! expect = "timeout"
while True:
    try:
        while True:
            pass
    except BaseException:
        print("caught")
    finally:
        pass
