#! fuel = 10000
#! expect = "fuel"
# A finalizer, whose exceptions nobody sees.
class Endless:
    def __del__(self):
        try:
            while True:
                pass
        except BaseException:
            print("caught")


while True:
    Endless()
