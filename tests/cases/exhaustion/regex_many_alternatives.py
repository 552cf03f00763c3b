#! expect = {status = "fuel"}
#! fuel = 100000
import re
p = re.compile('|'.join('x%d' % i for i in range(20_000)))
while True:
    p.search('x' * 10_000)
