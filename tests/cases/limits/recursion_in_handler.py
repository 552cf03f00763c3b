# taipan: recursion = 100
# taipan: fuel = 10000
# taipan: expect = "fuel"
# Handling the exception by going on must end at some time.
def again():
    try:
        again()
    except RecursionError:
        again()


again()
