#! expect = {status = "memory"}
#! memory = "48MiB"
b = b'a'
while True:
    b = b + b
