#! fuel = 10000
#! expect = "fuel"
def forever():
    try:
        while True:
            pass
    except BaseException as error:
        print("caught", error)
        forever()


forever()
