#! recursion = 100
#! fuel = 10000
#! expect = "fuel"
# Handling the exception by going on must end at some time.
def again():
    try:
        again()
    except RecursionError:
        again()


again()
