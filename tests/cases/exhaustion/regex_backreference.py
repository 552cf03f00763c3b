#! expect = {status = "fuel"}
#! fuel = 100000
import re
re.match(r'(a*)(a*)(a*)(a*)(a*)(a*)(a*)(a*)\1b', 'a' * 300)
