import sys

try:
    sys.setrecursionlimit(10**6)
except Exception as error:
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
