#! expect = {status = "fuel"}
#! fuel = 100000
import re
re.search('(x+x+)+y', 'x' * 60)
