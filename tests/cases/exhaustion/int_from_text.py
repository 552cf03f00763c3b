#! expect = {status = "error"}
x = int('9' * 10**7)
