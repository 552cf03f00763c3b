# taipan: expect = "output"
# exhausts: stderr
import sys
while True:
    print('a' * 1000, file=sys.stderr)
