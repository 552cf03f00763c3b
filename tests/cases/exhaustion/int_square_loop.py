#! expect = {status = "timeout"}
#! timeout = "300ms"
x = 3
while True:
    x = x * x
