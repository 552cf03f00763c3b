# taipan: expect = "memory"
# taipan: memory = "48MiB"
import re
re.findall('a', 'a' * 100_000_000)
