#! timeout = "100ms"
#! expect = "timeout"
print("started")
while True:
    pass
