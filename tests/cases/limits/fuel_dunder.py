#! fuel = 10000
#! expect = "fuel"
# Special methods that native code calls.
class Slow:
    def __hash__(self):
        return 1

    def __eq__(self, other):
        return False


{Slow(): n for n in range(1000)}
