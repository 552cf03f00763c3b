# taipan: fuel = 10000
# taipan: expect = "fuel"
while True:
    try:
        while True:
            pass
    except:
        print("caught")
