#! output = 64
#! expect = "output"
import sys

print("standard output is bounded apart")
while True:
    print("oops", file=sys.stderr)
