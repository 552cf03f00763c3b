# taipan: expect = "fuel"
# taipan: fuel = 100000
while True:
    a = []
    a.append(a)
