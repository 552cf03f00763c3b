#! expect = {status = "output", limit = "stderr"}
import sys
while True:
    print('a' * 1000, file=sys.stderr)
