#! expect = {status = "memory"}
#! memory = "48MiB"
import fractions
x = fractions.Fraction('1e1000000000')
