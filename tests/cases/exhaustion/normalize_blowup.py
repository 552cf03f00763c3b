#! expect = {status = "memory"}
#! memory = "48MiB"
import unicodedata
x = unicodedata.normalize('NFKD', '\ufdfa' * 20_000_000)
