# Arrays of floats show floats; bytes of the wrong length are refused; struct raises its own error.
import array
import struct

print(array.array("d", [1, 2.5]), array.array("f", [0.1, 2**40]), array.array("d"), array.array("i", [1, -2]))
for call in (lambda: array.array("q", b"abcd"), lambda: array.array("h", b"abc"), lambda: struct.pack("c", "a"), lambda: struct.pack("3s", 1), lambda: struct.pack("<d", b"ab")):
    try:
        print(call())
    except (ValueError, struct.error) as error:
        print(type(error).__name__, error)
print(array.array("i", b"\1\0\0\0"), struct.pack("<hc2s", 5, b"x", b"yz"))
