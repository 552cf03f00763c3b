#! output = 16
#! expect = "output"
import itertools
import sys

sys.stdout.writelines(itertools.repeat("abc\n"))
