#! expect = {status = "fuel"}
#! fuel = 100000
import re
re.match('(a|a)*$', 'a' * 50 + 'b')
