# Keyed digests and constant-time comparison.
import base64
import hashlib
import hmac
import json

key = b"key"
h = hmac.new(key, b"The quick brown fox jumps over the lazy dog", hashlib.sha256)
print(h.hexdigest(), h.digest_size, h.block_size, h.name)
print(hmac.new(key, b"The quick brown fox jumps over the lazy dog", "md5").hexdigest())
print(hmac.digest(b"k" * 200, b"msg", "sha1").hex(), hmac.new(b"", b"", "sha512").hexdigest()[:24])
m = hmac.new(key, digestmod="sha256")
m.update(b"part1 ")
n = m.copy()
m.update(b"part2")
print(m.digest() == hmac.digest(key, b"part1 part2", "sha256"), n.hexdigest() == m.hexdigest())
print(hmac.compare_digest("abc", "abc"), hmac.compare_digest(b"abc", b"abd"), hmac.compare_digest(b"a", b"ab"))


def b64(raw):
    return base64.urlsafe_b64encode(raw).rstrip(b"=").decode()


def token(payload, secret):
    head = b64(json.dumps({"alg": "HS256", "typ": "JWT"}, separators=(",", ":")).encode())
    body = b64(json.dumps(payload, separators=(",", ":")).encode())
    return f"{head}.{body}.{b64(hmac.digest(secret, f'{head}.{body}'.encode(), 'sha256'))}"


print(token({"sub": "1234567890", "admin": True}, b"secret"))
for call in ("hmac.new(key)", "hmac.new('text', b'', 'md5')", "hmac.compare_digest('é', 'é')", "hmac.compare_digest('a', b'a')"):
    try:
        print(eval(call))
    except TypeError as e:
        print(call, "->", type(e).__name__)
h.hexdigest()[:8]
