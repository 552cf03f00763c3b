# taipan: output = 16
# taipan: expect = "output"
import itertools
import sys

sys.stdout.writelines(itertools.repeat("abc\n"))
