#! expect = {status = "memory"}
#! memory = "48MiB"
import decimal
x = int(decimal.Decimal('1e999999999'))
