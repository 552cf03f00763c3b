# taipan: timeout = "100ms"
# taipan: expect = "timeout"
while True:
    try:
        while True:
            pass
    except BaseException:
        print("caught")
    finally:
        pass
