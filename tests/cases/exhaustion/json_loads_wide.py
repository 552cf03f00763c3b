#! expect = {status = "memory"}
#! memory = "48MiB"
import json
json.loads('[' + '[],' * 5_000_000 + '[]]')
