#! expect = {status = "error"}
import re
re.compile('(' * 5000 + 'a' + ')' * 5000)
