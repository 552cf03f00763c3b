#! expect = {status = "output"}
print('a' * 10_000_000)
