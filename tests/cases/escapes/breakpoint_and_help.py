#! expect = {status = "ok"}
for name in ("breakpoint", "help", "license", "credits", "copyright"):
    try:
        print("ESCAPED", eval(name))
    except NameError as error:
        print("contained:", name)
import sys

sys.breakpointhook = lambda *a: print("ESCAPED")
try:
    breakpoint()
except NameError:
    print("contained: no breakpoint")
