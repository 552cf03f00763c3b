#! expect = {status = "fuel"}
#! fuel = 100000
import re
re.match('(?:(?:)*)*' * 50 + 'b', 'a' * 100)
