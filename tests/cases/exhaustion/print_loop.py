#! expect = {status = "output"}
while True:
    print('a' * 1000)
