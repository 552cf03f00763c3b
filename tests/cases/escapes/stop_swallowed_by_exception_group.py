# taipan: fuel = 200000
# taipan: expect = "fuel"
while True:
    try:
        while True:
            pass
    except* BaseException:
        print("ESCAPED")
