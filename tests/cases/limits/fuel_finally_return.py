#! fuel = 10000
#! expect = "fuel"
# `return` in `finally` drops an exception; not this one.
def forever():
    while True:
        try:
            while True:
                pass
        finally:
            return "survived"


print(forever())
