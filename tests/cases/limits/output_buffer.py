#! output = 16
#! expect = "output"
# The byte stream underneath has the same bound.
import sys

while True:
    sys.stdout.buffer.write(b"0123456789")
