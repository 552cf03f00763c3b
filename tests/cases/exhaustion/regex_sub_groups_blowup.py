#! expect = {status = "memory"}
#! memory = "48MiB"
import re
re.sub('(a+)', r'\1\1\1\1' * 1000, 'a' * 1_000_000)
