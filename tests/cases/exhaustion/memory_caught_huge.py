#! expect = {status = "memory"}
#! memory = "48MiB"
while True:
    try:
        x = [0] * 10**11
    except BaseException:
        pass
