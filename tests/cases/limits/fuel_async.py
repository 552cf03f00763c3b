#! fuel = 10000
#! expect = "fuel"
# A coroutine driven by hand, which catches everything.
async def work():
    while True:
        try:
            while True:
                pass
        except BaseException:
            print("caught")


try:
    work().send(None)
except BaseException:
    print("caught outside")
