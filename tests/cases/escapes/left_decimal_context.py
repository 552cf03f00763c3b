#! expect = {status = "ok"}
import decimal

decimal.getcontext().prec = 3
decimal.DefaultContext.prec = 2
decimal.BasicContext.traps.clear()
decimal.setcontext(decimal.Context(prec=1))
decimal.Decimal.left = 1
print("contained:", decimal.Decimal(1) / 3)
