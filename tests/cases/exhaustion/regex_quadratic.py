#! expect = {status = "fuel"}
#! fuel = 100000
import re
re.search('a*b', 'a' * 1_000_000)
