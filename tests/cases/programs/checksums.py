# Check digits and checksums: Luhn, ISBN, IBAN, Adler-32, CRC-32 by table and by zlib.
import zlib


def luhn(number):
    digits = [int(c) for c in number if c.isdigit()]
    doubled = [d * 2 - 9 * (d > 4) for d in digits[-2::-2]]
    return (sum(doubled) + sum(digits[-1::-2])) % 10 == 0


def isbn13(text):
    digits = [int(c) for c in text if c.isdigit()]
    return len(digits) == 13 and sum(d * (3 if i % 2 else 1) for i, d in enumerate(digits)) % 10 == 0


def isbn10(text):
    digits = [10 if c == "X" else int(c) for c in text if c.isdigit() or c == "X"]
    return len(digits) == 10 and sum(d * w for d, w in zip(digits, range(10, 0, -1))) % 11 == 0


def iban(text):
    text = text.replace(" ", "")
    return int("".join(str(int(c, 36)) for c in text[4:] + text[:4])) % 97 == 1


def crc_table():
    table = []
    for byte in range(256):
        for _ in range(8):
            byte = byte >> 1 ^ (0xEDB88320 if byte & 1 else 0)
        table.append(byte)
    return table


TABLE = crc_table()


def crc32(data, crc=0):
    crc ^= 0xFFFFFFFF
    for byte in data:
        crc = crc >> 8 ^ TABLE[(crc ^ byte) & 0xFF]
    return crc ^ 0xFFFFFFFF


def adler32(data):
    a, b = 1, 0
    for byte in data:
        a = (a + byte) % 65521
        b = (b + a) % 65521
    return b << 16 | a


checks = [
    (luhn, "4539 1488 0343 6467"), (luhn, "8273 1232 7352 0569"), (luhn, "79927398713"),
    (isbn13, "978-0-306-40615-7"), (isbn13, "978-0-306-40615-8"), (isbn10, "0-8044-2957-X"),
    (iban, "GB82 WEST 1234 5698 7654 32"), (iban, "GB82 WEST 1234 5698 7654 33"),
]
for check, text in checks:
    print(f"{check.__name__:<7} {text:<28} {'valid' if check(text) else 'INVALID'}")

for data in (b"", b"a", b"123456789", "naïve ✓".encode(), bytes(range(256))):
    assert crc32(data) == zlib.crc32(data) and adler32(data) == zlib.adler32(data)
    print(f"{len(data):>4} bytes  crc32 {crc32(data):08x}  adler32 {adler32(data):08x}")

whole = crc32(b"hello world")
print("in two parts:", crc32(b" world", crc32(b"hello")) == whole)
print("parity:", [bin(n).count("1") % 2 for n in range(8)])
hex(whole)
