# Property lists as text and as bytes.
import datetime
import plistlib

data = {"name": "Ann", "sizes": [1, 2.5, True], "raw": b"\x00\xff", "when": datetime.datetime(2024, 2, 29, 12, 0), "big": 2**40}
text = plistlib.dumps(data)
print(text.decode())
print(plistlib.loads(text) == data)
packed = plistlib.dumps(data, fmt=plistlib.FMT_BINARY, sort_keys=True)
print(packed[:8], len(packed), plistlib.loads(packed) == data)
for bad in (b"<plist><dict><key>a</key></dict></plist>", b"nothing", b"bplist00"):
    try:
        plistlib.loads(bad)
    except (ValueError, plistlib.InvalidFileException) as e:
        print(type(e).__name__, e)
try:
    plistlib.dumps({1: "x"})
except TypeError as e:
    print(e)
plistlib.UID(3)
