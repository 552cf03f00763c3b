# taipan: fuel = 200000
# taipan: expect = "fuel"
try:
    while True:
        pass
except:
    print("ESCAPED")
