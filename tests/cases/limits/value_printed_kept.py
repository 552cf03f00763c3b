#! fuel = 10000
#! expect = "fuel"
# What a stopped run printed stays, its value does not.
import sys

print("one")
print("two", file=sys.stderr)
print("three", end="")
while True:
    pass
"never"
