# taipan: expect = "memory"
# taipan: memory = "48MiB"
import decimal
x = int(decimal.Decimal('1e999999999'))
