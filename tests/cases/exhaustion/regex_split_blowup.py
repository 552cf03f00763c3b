#! expect = {status = "memory"}
#! memory = "48MiB"
import re
re.split('(a)', 'a' * 50_000_000)
