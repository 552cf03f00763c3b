#! fuel = 200000
#! expect = {status = "fuel"}
try:
    while True:
        pass
except:
    print("ESCAPED")
