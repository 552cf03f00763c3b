# Typed arrays.
from array import array, typecodes

a = array("i", [3, 1, 2])
a.append(5)
a.extend([7, 8])
a.insert(1, 99)
print(a, len(a), a[1], a[-1], a[1:3], a[::-2], a.typecode, a.index(5), a.count(7), 99 in a)
a.remove(99)
print(a.pop(), a.pop(0), a, a.tolist(), sum(a), sorted(a), a + array("i", [0]), array("i", [1]) * 3)
a.reverse()
a[0] = -1
a[1:1] = array("i", [40, 41])
del a[-1]
print(a, a == array("i", [-1, 40, 41, 2]), array("i", [1, 2]) < array("i", [1, 3]), array("i", [1]) == array("d", [1.0]))
d = array("d", [0.1, 2, -3.5])
print(d, d.itemsize, array("b", b"\x01\xff"), array("B", [255]).tobytes(), array("h", [1, 256]).tobytes())
b = array("H")
b.frombytes(b"\x01\x00\x02\x00")
print(b, array("I", [1]).itemsize, array("q", [2**62]), array("Q", [2**64 - 1]), array("f", [0.1])[0])
w = array("w", "hé!")
print(w, w.tounicode(), "".join(w), bool(array("i")), repr(array("i")), "d" in typecodes)
s = array("H", [0x0102])
s.byteswap()
print(hex(s[0]), bytes(array("B", range(5))), memoryview(array("h", [7, 8]))[1], list(reversed(array("b", [1, 2]))))
print(list(map(lambda x: x * 2, array("d", [1.5]))), array("i", (x for x in range(3))), max(d), [*array("b", [1])])
for call in ("array('b', [128])", "array('i', [1.5])", "array('z')", "a[99]", "array('i').pop()", "a.append('x')", "a + [1]", "array('i', 'ab')"):
    try:
        print(eval(call))
    except Exception as e:
        print(call, "->", type(e).__name__)
array("d", [1, 2.5])
