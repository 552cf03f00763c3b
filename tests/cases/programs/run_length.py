# Run-length encoding of text and bitmaps, by hand, by groupby and by regex.
import re
from itertools import groupby


def encode(text):
    return "".join(f"{n if n > 1 else ''}{char}" for char, group in groupby(text) for n in [len(list(group))])


def encode_by_hand(text):
    out, i = [], 0
    while i < len(text):
        j = i
        while j < len(text) and text[j] == text[i]:
            j += 1
        out.append((text[i], j - i))
        i = j
    return out


def decode(text):
    return re.sub(r"(\d+)(\D)", lambda m: m[2] * int(m[1]), text)


def pack_bits(data):
    """PackBits as used by image formats: literal runs and repeats."""
    out, i = bytearray(), 0
    while i < len(data):
        run = 1
        while i + run < len(data) and run < 128 and data[i + run] == data[i]:
            run += 1
        if run > 2:
            out += bytes([257 - run, data[i]])
            i += run
            continue
        start = i
        while i < len(data) and i - start < 128:
            if i + 2 < len(data) and data[i] == data[i + 1] == data[i + 2]:
                break
            i += 1
        out.append(i - start - 1)
        out += data[start:i]
    return bytes(out)


def unpack_bits(packed):
    out, i = bytearray(), 0
    while i < len(packed):
        header = packed[i]
        if header > 128:
            out += packed[i + 1 : i + 2] * (257 - header)
            i += 2
        else:
            out += packed[i + 1 : i + 2 + header]
            i += 2 + header
    return bytes(out)


for text in ("WWWWWWWWWWWWBWWWWWWWWWWWWBBBWWWWWWWWWWWWWWWWWWWWWWWWBWWWWWWWWWWWWWW", "abc", "", "aabbb"):
    packed = encode(text)
    assert decode(packed) == text
    assert "".join(c * n for c, n in encode_by_hand(text)) == text
    print(f"{len(text):>3} -> {len(packed):>3}  {packed!r}")

data = b"\x00" * 10 + b"abcde" + b"\xff" * 200 + b"xyzz"
packed = pack_bits(data)
print(len(data), "->", len(packed), packed.hex(" "))
assert unpack_bits(packed) == data

for row in (".######.", ".#......", ".####...", ".#......", ".######."):
    print(row, [(c, n) for c, n in encode_by_hand(row)])
encode_by_hand("aaabccdddd")
