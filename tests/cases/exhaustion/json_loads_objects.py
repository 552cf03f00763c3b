# taipan: expect = "memory"
# taipan: memory = "48MiB"
import json
json.loads('[' + ','.join(['{"a":1}'] * 3_000_000) + ']')
