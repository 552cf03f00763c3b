# import * only at module level.
def f():
    from math import *
