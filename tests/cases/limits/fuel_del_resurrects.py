#! fuel = 10000
#! expect = "fuel"
# An object that makes its own successor when it dies.
class Phoenix:
    def __del__(self):
        Phoenix()


Phoenix()
while True:
    pass
