# SystemExit with a text: it goes to stderr and the code is 1.
import sys

sys.exit("fatal: no input")
