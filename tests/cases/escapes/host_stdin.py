#! expect = {status = "ok"}
import sys

try:
    print("ESCAPED", repr(input("? ")))
except EOFError as error:
    print("contained:", error)
print("contained:", repr(sys.stdin.read()), list(sys.stdin), sys.stdin.isatty())
try:
    print("ESCAPED", sys._baserepl())
except AttributeError:
    print("contained: no _baserepl")
try:
    print("ESCAPED", sys.stdin.fileno())
except OSError as error:
    print("contained:", type(error).__name__)
