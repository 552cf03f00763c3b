# Digests of known strings.
import hashlib

for name in ("md5", "sha1", "sha224", "sha256", "sha384", "sha512", "sha3_256", "blake2b", "blake2s"):
    h = hashlib.new(name, b"abc")
    print(f"{name:<9}{h.digest_size:>3} {h.block_size:>4} {h.hexdigest()[:32]}")
print(hashlib.sha256().hexdigest())
h = hashlib.sha256()
h.update(b"hello ")
copy = h.copy()
h.update(b"world")
copy.update(b"there")
print(h.hexdigest() == hashlib.sha256(b"hello world").hexdigest(), copy.hexdigest()[:16], h.name, h.digest()[:4])
print(hashlib.md5("naïve café".encode()).hexdigest(), hashlib.sha1(bytearray(b"x" * 1000)).hexdigest())
print(hashlib.blake2b(b"data", digest_size=16).hexdigest(), hashlib.blake2b(b"data", key=b"secret", digest_size=8).hexdigest())
print(hashlib.shake_128(b"abc").hexdigest(8), hashlib.sha3_512(b"").hexdigest()[:20])
print(hashlib.pbkdf2_hmac("sha256", b"password", b"salt", 2).hex(), hashlib.pbkdf2_hmac("sha1", b"password", b"salt", 1, dklen=10).hex())
print({"md5", "sha256", "blake2b"} <= hashlib.algorithms_guaranteed)
chain = b"genesis"
for block in range(3):
    chain = hashlib.sha256(chain + str(block).encode()).digest()
print(chain.hex())
nonce = next(n for n in range(10_000) if hashlib.sha256(f"block{n}".encode()).hexdigest().startswith("00"))
print("nonce", nonce)
print(int(hashlib.md5(b"bucket-key").hexdigest(), 16) % 10)
for call in ("hashlib.md5('text')", "hashlib.new('nope')", "hashlib.sha256(None)"):
    try:
        print(eval(call))
    except (TypeError, ValueError) as e:
        print(call, "->", type(e).__name__)
hashlib.sha256(b"abc").hexdigest()
