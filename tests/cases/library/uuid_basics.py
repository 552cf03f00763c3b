# UUIDs from names, text, integers and bytes.
import uuid

u = uuid.UUID("12345678-1234-5678-1234-567812345678")
print(u, repr(u), u.hex, u.int, u.bytes, u.urn, u.fields, u.version, u.variant)
print(uuid.uuid5(uuid.NAMESPACE_DNS, "python.org"), uuid.uuid3(uuid.NAMESPACE_URL, "http://example.com/"), uuid.uuid5(uuid.NAMESPACE_OID, "x").version)
print(uuid.UUID("{12345678123456781234567812345678}") == u, uuid.UUID(bytes=u.bytes) == u, uuid.UUID(int=5), uuid.UUID(fields=u.fields) == u)
print(uuid.UUID("urn:uuid:12345678-1234-5678-1234-567812345678") == u, uuid.UUID(bytes_le=u.bytes_le) == u, uuid.UUID(hex="F" * 32))
print(sorted([uuid.UUID(int=3), uuid.UUID(int=1)]), uuid.UUID(int=1) < u, hash(u) == hash(uuid.UUID(str(u))), {u: 1}[u])
print(uuid.NAMESPACE_DNS, uuid.UUID(int=2**128 - 1, version=4), u == str(u))
random = [uuid.uuid4() for _ in range(50)]
print(len(set(random)), {r.version for r in random}, {r.variant for r in random}, len(str(random[0])))
for call in ("uuid.UUID('short')", "uuid.UUID()", "uuid.UUID(int=-1)", "uuid.UUID(bytes=b'1')", "uuid.UUID('g' * 32)"):
    try:
        print(eval(call))
    except (ValueError, TypeError) as e:
        print(type(e).__name__, e)
try:
    u.int = 3
except TypeError as e:
    print(e)
uuid.uuid5(uuid.NAMESPACE_URL, "taipan")
