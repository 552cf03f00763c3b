#! expect = {status = "memory"}
#! memory = "48MiB"
import sys
i = 0
x = []
while True:
    x.append(sys.intern('x' * 10_000 + str(i)))
    i += 1
