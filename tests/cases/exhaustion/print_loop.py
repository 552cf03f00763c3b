# taipan: expect = "output"
while True:
    print('a' * 1000)
