#! alone = "names the implementation and the platform"
# What sys says about this interpreter.
import sys

print(sys.implementation.name, sys.version_info[:2])
print(sys.argv, sys.flags.optimize, sys.dont_write_bytecode)
print(sys.getrecursionlimit(), sys.platform)
print(sys.stdin is None or type(sys.stdin).__name__)
sys.version.split()[0]
