#! expect = {status = "fuel"}
#! fuel = 100000
import decimal
decimal.getcontext().prec = 10**7
x = decimal.Decimal(2).sqrt()
