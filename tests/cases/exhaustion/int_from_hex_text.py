#! expect = {status = "fuel"}
#! fuel = 100000
x = int('9' * 10**7, 16)
