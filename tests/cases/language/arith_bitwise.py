# Bitwise operators on positive, negative and large integers.
for a, b in [(12, 10), (-12, 10), (12, -10), (-12, -10), (0, -1), (2**70, 2**70 - 1)]:
    print(a & b, a | b, a ^ b, ~a)
print(1 << 70, (1 << 70) >> 68, -1 >> 5, -17 >> 2, -17 // 4, 5 << 0, 0 << 1000)
print((-256).bit_length(), (255).bit_length(), (255).bit_count(), (-255).bit_count(), (0).bit_length())
print(True & False, True | 2, True ^ True, type(True & True), type(True & 1))
x = 0b1011
x |= 1 << 6
x &= ~1
x ^= 0xF0
x <<= 2
x >>= 1
print(bin(x), [i for i in range(x.bit_length()) if x >> i & 1])
for operation in (lambda: 1 << -1, lambda: 1 >> -1, lambda: 1.5 & 1, lambda: ~1.5):
    try:
        operation()
    except (ValueError, TypeError) as exc:
        print(type(exc).__name__)
(-1) & 0xFFFFFFFF, (-5) & ((1 << 64) - 1)
