"""struct, base64, binascii, hashlib, zlib, array, colorsys, uuid and codecs."""


def optional(name):
    try:
        ENV[name] = __import__(name)
    except ImportError:
        pass


for name in ["struct", "base64", "binascii", "hashlib", "hmac", "zlib", "array", "colorsys", "uuid", "codecs", "gzip", "bz2", "lzma", "copy", "sys", "operator"]:
    optional(name)


def some_bytes(most=12):
    return repr(bytes(below(256) for _ in range(below(most))))


def structs():
    order = pick(["", "<", ">", "=", "!", "@"])
    code = pick("bBhHiIlLqQnNefdsp?cx")
    value = pick([an_int, a_float, lambda: "b'ab'", lambda: "True", lambda: str(below(300)), a_finite])()
    check("struct.pack('" + order + code + "', " + value + ")")
    check("struct.pack('" + order + pick(["3s", "5s", "2h", "hhl", "0s", "4p", "2x", "i2?"]) + "', " + pick(["b'abc'", "1, 2", "1, 2, 3", "", "1", "5, True, 0"]) + ")")
    check("struct.unpack('" + order + pick(["b", "B", "h", "H", "i", "I", "q", "Q", "f", "d", "e", "2s", "?", "3B", "c"]) + "', " + some_bytes() + ")")
    check("struct.unpack('" + order + "d', struct.pack('" + order + "d', " + a_float() + "))")
    check("struct.unpack('<f', struct.pack('<f', " + a_float() + "))")
    check("struct.unpack('<e', struct.pack('<e', " + pick([a_float(), "65504", "65520.0", "1e-8", str(below(70000)) + ".5"]) + "))")
    check("struct.calcsize('" + order + "".join(pick("bhilqfdxs?") for _ in range(between(1, 5))) + "')")
    check(pick(["struct.calcsize('z')", "struct.unpack_from('<h', b'abcdef', 2)", "struct.unpack_from('<q', b'ab')", "list(struct.iter_unpack('<h', b'abcd'))", "list(struct.iter_unpack('<h', b'abc'))", "struct.pack('<h')", "struct.pack('h', 1.5)", "struct.pack('c', 'a')", "struct.pack_into('<h', bytearray(1), 0, 5)", "struct.Struct('<hh').size", "struct.pack('<b', 200)", "struct.pack('<H', -1)", "struct.pack('>q', 2**63)", "struct.unpack('<5s', b'hello')"]))


def encoded():
    data = some_bytes()
    check("base64." + pick(["b64encode", "b32encode", "b16encode", "b85encode", "a85encode", "urlsafe_b64encode", "standard_b64encode", "b32hexencode", "encodebytes", "z85encode"]) + "(" + data + ")")
    check("base64." + pick(["b64decode", "b32decode", "b16decode", "b85decode", "a85decode", "urlsafe_b64decode", "z85decode", "decodebytes"]) + "(" + pick([data, "'YWJj'", "'YWJ'", "'YWJj\\n'", "b'ME======'", "'616263'", "'6g'", "'Y!WJj'", "''", "'\u00e9'", "'MFRGG==='", "'VPRomVPRn'", "'~~~~~'", "'AAAAA'", "'===='", "'YQ'", "'YQ=='"]) + ")")
    check("base64.b64decode('" + pick(["YWJj", "Y!WJj", "YQ=", "-_8="]) + "'" + pick([", validate=True", ", altchars=b'-_'", ""]) + ")")
    check("binascii." + pick(["hexlify", "b2a_base64", "crc32", "b2a_qp", "b2a_uu"]) + "(" + data + ")")
    check("binascii." + pick(["unhexlify", "a2b_base64", "a2b_qp", "a2b_hex"]) + "(" + pick(["'6162'", "'616'", "'6g'", "'YWJj'", "'YW'", "b'=41=\\n'", "'='", "'Y'"]) + ")")
    check("binascii.hexlify(" + data + ", '-', " + str(between(-3, 3)) + ")")
    check("binascii.crc_hqx(" + data + ", " + str(below(70000)) + "), binascii.crc32(" + data + ", " + str(below(9)) + ")")
    check("hashlib." + pick(["md5", "sha1", "sha224", "sha256", "sha384", "sha512", "sha3_256", "sha3_512", "blake2b", "blake2s"]) + "(" + data + ").hexdigest()")
    check(pick(["hashlib.shake_128(b'a').hexdigest(8)", "hashlib.new('sha256', b'x').name", "hashlib.new('nope')", "hashlib.sha256('a')", "hashlib.blake2b(b'a', digest_size=8, key=b'k').hexdigest()", "hmac.new(b'k', b'm', 'sha256').hexdigest()", "hmac.compare_digest('a', 'b')", "hashlib.pbkdf2_hmac('sha256', b'p', b's', 10).hex()", "hashlib.scrypt(b'p', salt=b's', n=2, r=1, p=1).hex()", "sorted(hashlib.algorithms_guaranteed)[:3]", "hashlib.md5(b'').digest_size", "hashlib.sha256().block_size"]))
    check("zlib." + pick(["crc32", "adler32"]) + "(" + data + pick(["", ", 5"]) + ")")
    check("zlib.decompress(zlib.compress(" + data + pick(["", ", 9", ", level=0"]) + "))")
    check(pick(["zlib.decompress(b'abc')", "zlib.compress('a')", "zlib.compress(b'a' * 100)", "zlib.compress(b'hello hello hello')", "zlib.decompress(zlib.compress(b'a')[:-1])", "gzip.decompress(gzip.compress(b'abc'))", "gzip.compress(b'abc', mtime=0)", "gzip.decompress(b'abc')", "bz2.decompress(bz2.compress(b'abc'))", "bz2.compress(b'abc')", "bz2.decompress(b'abc')", "lzma.decompress(lzma.compress(b'abc'))", "lzma.decompress(b'abc')", "zlib.decompressobj().decompress(zlib.compress(b'xyz'))"]))


def others():
    check("array.array('" + pick("bBhHiIlLqQfdu") + "', " + pick(["[1, 2, 3]", "[-1]", "[1.5]", "b'abcd'", "'ab'", "[300]", "[2**40]", "[]"]) + ")")
    check("(lambda a: (a." + pick(["append(5)", "extend([1, 2])", "insert(1, 9)", "pop()", "remove(2)", "reverse()", "byteswap()", "tolist()", "tobytes()", "index(2)", "count(1)", "buffer_info()[1]", "itemsize", "frombytes(b'ab')", "fromlist([1.5])"]) + ", a))(array.array('i', [1, 2, 3]))")
    part = lambda: "0." + str(below(100))
    check("colorsys." + pick(["rgb_to_hsv", "hsv_to_rgb", "rgb_to_hls", "hls_to_rgb", "rgb_to_yiq", "yiq_to_rgb"]) + "(" + part() + ", " + part() + ", " + part() + ")")
    check("uuid.UUID(" + pick(["'12345678123456781234567812345678'", "int=5", "'bad'", "bytes=b'a' * 16", "fields=(1, 2, 3, 4, 5, 6)", "'{12345678-1234-5678-1234-567812345678}'", "int=-1", ""]) + ")" + pick(["", ".hex", ".int", ".version", ".urn", ".fields"]))
    check("uuid." + pick(["uuid3", "uuid5"]) + "(uuid.NAMESPACE_" + pick(["DNS", "URL"]) + ", 'a')")
    check("codecs." + pick(["encode('abc', 'rot13')", "encode(b'abc', 'hex')", "decode('616263', 'hex')", "decode(b'YWJj', 'base64')", "lookup('UTF8').name", "encode('a', 'nope')", "getencoder('utf-8')('a')", "BOM_UTF8", "escape_decode(b'a\\\\n')[0]", "decode(b'\\xff', 'utf-8', 'replace')"]))
    check(pick(["memoryview(b'abcdef')[1:4].tolist()", "memoryview(b'abcd').cast('H').tolist()", "memoryview(bytearray(4))[::2].nbytes", "memoryview(b'ab') == b'ab'", "memoryview('a')", "memoryview(b'a')[5]", "bytes(memoryview(b'abc')[::-1])", "sys.float_info.max", "sys.float_info.epsilon", "sys.maxsize", "sys.int_info", "sys.hash_info.modulus", "sys.float_info", "sys.byteorder", "sys.maxunicode", "sys.hash_info.inf", "copy.deepcopy([1, {2: [3]}])", "operator.itemgetter(1, 0)('ab')", "operator.attrgetter('real')(1j)", "operator.methodcaller('upper')('a')", "operator.index(1.5)", "operator.truediv(1, 0)", "operator.floordiv(7.5, -2)", "operator.matmul(1, 2)"]))


def run():
    for _ in range(ROUNDS):
        structs()
        encoded()
        others()


run()
