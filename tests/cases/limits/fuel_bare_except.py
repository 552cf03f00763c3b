#! fuel = 10000
#! expect = "fuel"
while True:
    try:
        while True:
            pass
    except:
        print("caught")
