#! expect = {status = "ok"}
import sys

for limit in (10**6, 10**30, 2**31 - 1, 2**63 - 1, 0, -1, None, "x"):
    try:
        sys.setrecursionlimit(limit)
    except (ValueError, OverflowError, TypeError) as error:
        print("contained:", type(error).__name__)
deep = 0

def down():
    global deep
    deep += 1
    down()

try:
    down()
except RecursionError:
    print("contained:", deep < 5000)
