#! output = 64
#! expect = "output"
import sys

while True:
    try:
        print("x" * 50)
    except BaseException:
        print("caught", file=sys.stderr)
