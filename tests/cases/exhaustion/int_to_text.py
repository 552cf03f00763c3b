#! expect = {status = "error"}
x = str(10 ** 10**6)
