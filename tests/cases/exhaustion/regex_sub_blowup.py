#! expect = {status = "memory"}
#! memory = "48MiB"
import re
re.sub('a', 'b' * 1_000_000, 'a' * 1_000_000)
