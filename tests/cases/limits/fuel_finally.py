#! fuel = 10000
#! expect = "fuel"
# No clean-up runs on the way out.
def inner():
    try:
        while True:
            pass
    finally:
        print("inner")


def outer():
    try:
        inner()
    finally:
        print("outer")
        while True:
            pass


outer()
