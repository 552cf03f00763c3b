#! expect = {status = "fuel"}
#! fuel = 100000
import sys
i = 0
while True:
    sys.intern('x%d' % i)
    i += 1
