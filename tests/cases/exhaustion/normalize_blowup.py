# taipan: expect = "memory"
# taipan: memory = "48MiB"
import unicodedata
x = unicodedata.normalize('NFKD', '\ufdfa' * 20_000_000)
