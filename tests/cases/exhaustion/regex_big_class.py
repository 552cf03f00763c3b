#! expect = {status = "fuel"}
#! fuel = 100000
import re
p = re.compile('[' + ''.join(chr(i) for i in range(0x100, 0x3000, 2)) + ']*b')
p.search('\u0100' * 100_000)
