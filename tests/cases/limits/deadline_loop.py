# taipan: timeout = "100ms"
# taipan: expect = "timeout"
print("started")
while True:
    pass
