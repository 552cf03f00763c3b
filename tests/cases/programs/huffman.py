# A Huffman code: build the tree with a heap, show the code table, encode and decode.
import heapq
from collections import Counter
from math import log2

TEXT = "she sells sea shells by the sea shore"


def build(frequencies):
    heap = [(count, symbol, None) for symbol, count in sorted(frequencies.items())]
    heapq.heapify(heap)
    while len(heap) > 1:
        low, high = heapq.heappop(heap), heapq.heappop(heap)
        heapq.heappush(heap, (low[0] + high[0], min(low[1], high[1]), (low, high)))
    return heap[0]


def codes(node, prefix=""):
    _, symbol, children = node
    if children is None:
        return {symbol: prefix or "0"}
    return codes(children[0], prefix + "0") | codes(children[1], prefix + "1")


def canonical(table):
    code, length, out = 0, 0, {}
    for symbol, text in sorted(table.items(), key=lambda item: (len(item[1]), item[0])):
        code <<= len(text) - length
        length = len(text)
        out[symbol] = format(code, f"0{length}b")
        code += 1
    return out


def decode(bits, table):
    inverse, current, out = {code: symbol for symbol, code in table.items()}, "", []
    for bit in bits:
        current += bit
        if current in inverse:
            out.append(inverse[current])
            current = ""
    assert not current
    return "".join(out)


frequencies = Counter(TEXT)
table = canonical(codes(build(frequencies)))
for symbol, code in sorted(table.items(), key=lambda item: (len(item[1]), item[1])):
    print(f"{symbol!r:<5}{frequencies[symbol]:>3}  {code}")

bits = "".join(table[c] for c in TEXT)
packed = int("1" + bits, 2)
data = packed.to_bytes((packed.bit_length() + 7) // 8, "big")
print(f"{len(TEXT) * 8} bits -> {len(bits)} bits ({len(bits) / (len(TEXT) * 8):.1%}), {len(data)} bytes")
print(data.hex())

unpacked = bin(int.from_bytes(data, "big"))[3:]
print(decode(unpacked, table))
assert decode(unpacked, table) == TEXT
total = len(TEXT)
entropy = -sum(n / total * log2(n / total) for n in frequencies.values())
print(f"entropy {entropy:.4f} bits, average code {len(bits) / total:.4f} bits")
print("kraft sum:", sum(2.0 ** -len(code) for code in table.values()))
codes(build(Counter("aaaa"))), len(bits)
