#! fuel = 10000
#! expect = "fuel"
# The engine asks the value for its text, with the meter still running.
class Endless:
    def __repr__(self):
        while True:
            pass


Endless()
