# taipan: expect = "fuel"
# taipan: fuel = 100000
while True:
    eval('1+1')
