# taipan: fuel = 200000
# taipan: expect = "fuel"
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
