#! expect = {status = "memory"}
#! memory = "48MiB"
import operator
x = 'a' * 1000
while True:
    x = operator.concat(x, x)
