#! expect = {status = "fuel"}
#! fuel = 100000
import decimal
decimal.getcontext().prec = 100_000
decimal.Decimal(1).exp()
