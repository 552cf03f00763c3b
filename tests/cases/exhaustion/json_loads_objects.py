#! expect = {status = "memory"}
#! memory = "48MiB"
import json
json.loads('[' + ','.join(['{"a":1}'] * 3_000_000) + ']')
