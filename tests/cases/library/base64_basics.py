# Base64, 32, 16 and 85 both ways.
import base64

data = b"Hello, \xff\xfe\xfd world?>"
print(base64.b64encode(data), base64.urlsafe_b64encode(data), base64.b64encode(data, altchars=b"-_"))
print(base64.b64decode(base64.b64encode(data)) == data, base64.urlsafe_b64decode("_-A="), base64.standard_b64encode(b"a"))
print([base64.b64encode(b"x" * n).decode() for n in range(5)], base64.b64encode(b""))
print(base64.b32encode(b"hello"), base64.b32decode("NBSWY3DP"), base64.b32decode("nbswy3dp", casefold=True), base64.b32hexencode(b"hi"))
print(base64.b16encode(b"\x0f\xa0"), base64.b16decode("0FA0"), base64.b16decode("0fa0", casefold=True))
print(base64.b85encode(b"test data"), base64.b85decode("bY*jNAZ2)PWB"), base64.a85encode(b"\0\0\0\0hi"), base64.a85decode(b"z"), base64.a85encode(b"abc", adobe=True))
print(base64.encodebytes(b"y" * 60), base64.decodebytes(b"aGk=\n"), base64.b64decode(b"aG k\n="), base64.b64decode("aGk=="))
print(base64.b64decode(bytearray(b"aGk=")), base64.b64encode(memoryview(b"mv")), base64.z85encode(b"\x86\x4f\xd2\x6f"))
text = "Zażółć gęślą"
wire = base64.b64encode(text.encode()).decode("ascii")
print(wire, base64.b64decode(wire).decode() == text)


def pad(s):
    return base64.urlsafe_b64decode(s + "=" * (-len(s) % 4))


print(pad("eyJhbGciOiJIUzI1NiJ9"), pad("YQ"))
for call in (
    "base64.b64decode('abc')", "base64.b64decode('a')", "base64.b64decode('a$b=', validate=True)", "base64.b64encode('text')",
    "base64.b64decode('é')", "base64.b32decode('a')", "base64.b16decode('0g')", "base64.b85decode('~~~')",
):
    try:
        print(eval(call))
    except (ValueError, TypeError) as e:
        print(call, "->", type(e).__name__)
base64.b64decode("SGVsbG8=").decode()
