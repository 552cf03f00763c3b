# Hex, base64 lines and checksums.
import binascii

print(binascii.hexlify(b"\x00\xffAz"), binascii.hexlify(b"abcdef", "-", 2), binascii.hexlify(b"abcdef", sep=":", bytes_per_sep=-4))
print(binascii.unhexlify("00ff417a"), binascii.a2b_hex(b"C0de"), binascii.b2a_hex(b"").decode() == "")
print(binascii.b2a_base64(b"hi"), binascii.b2a_base64(b"hi", newline=False), binascii.a2b_base64("aGk="), binascii.a2b_base64(b"aGk=\n"))
print(binascii.crc32(b"hello"), binascii.crc32(b"lo", binascii.crc32(b"hel")), hex(binascii.crc32(b"")), binascii.crc_hqx(b"123456789", 0))
print(binascii.b2a_uu(b"Cat"), binascii.a2b_uu(b"#0V%T\n"), binascii.b2a_qp(b"a=b\xe9 \n"), binascii.a2b_qp(b"a=3Db=\nc"))
print(bytes.fromhex("de ad be ef"), b"\xde\xad".hex(), b"\xde\xad\xbe".hex(":"), bytearray(b"\x01\x02\x03\x04").hex("_", 2))
packet = binascii.unhexlify(b"45000034")
print([f"{byte:08b}" for byte in packet], f"{int.from_bytes(packet):#010x}")
for call in ("binascii.unhexlify('abc')", "binascii.unhexlify('zz')", "binascii.a2b_base64('abc')", "bytes.fromhex('a')", "binascii.hexlify('s')"):
    try:
        print(eval(call))
    except (binascii.Error, ValueError, TypeError) as e:
        print(call, "->", type(e).__name__)
print(issubclass(binascii.Error, ValueError))
binascii.crc32(b"123456789")
