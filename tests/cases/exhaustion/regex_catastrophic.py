#! expect = {status = "fuel"}
#! fuel = 100000
import re
re.match('(a+)+$', 'a' * 50 + 'b')
