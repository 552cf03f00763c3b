#! expect = {status = "memory"}
#! memory = "48MiB"
import re
re.findall('a', 'a' * 100_000_000)
