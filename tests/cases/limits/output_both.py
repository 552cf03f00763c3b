#! output = 64
#! expect = "ok"
# Each stream has the whole bound.
import sys

print("o" * 63)
print("e" * 63, file=sys.stderr)
