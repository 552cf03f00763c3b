# taipan: expect = "timeout"
# taipan: timeout = "300ms"
x = 3
while True:
    x = x * x
