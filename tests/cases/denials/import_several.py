#! expect = "denied"
# The first of a list that is refused ends it.
import math, ssl, socket
