# taipan: expect = "memory"
# taipan: memory = "48MiB"
import json
json.loads('[' + '[],' * 5_000_000 + '[]]')
