#! expect = {status = "memory"}
#! memory = "48MiB"
import urllib.parse
x = urllib.parse.quote_from_bytes(b'\xff' * 100_000_000)
