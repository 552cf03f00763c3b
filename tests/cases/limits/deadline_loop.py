#! timeout = "1s"
#! fuel = 1000000000
#! expect = "timeout"
print("started")
while True:
    pass
