# taipan: expect = "error"
x = str(10 ** 10**6)
