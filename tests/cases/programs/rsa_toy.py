# Toy RSA: key generation from fixed primes, encryption, signing, and a factoring attack.
import hashlib
import math


def extended_gcd(a, b):
    if b == 0:
        return a, 1, 0
    g, x, y = extended_gcd(b, a % b)
    return g, y, x - (a // b) * y


def inverse(a, modulus):
    g, x, _ = extended_gcd(a, modulus)
    if g != 1:
        raise ValueError(f"{a} has no inverse modulo {modulus}")
    return x % modulus


def make_keys(p, q, e=65537):
    n, phi = p * q, (p - 1) * (q - 1)
    d = inverse(e, phi)
    return (n, e), (n, d)


def encrypt(text, key):
    n, e = key
    size = (n.bit_length() - 1) // 8
    data = text.encode("utf-8")
    blocks = [data[i : i + size] for i in range(0, len(data), size)]
    return [(len(block), pow(int.from_bytes(block, "big"), e, n)) for block in blocks]


def decrypt(blocks, key):
    n, d = key
    return b"".join(pow(c, d, n).to_bytes(size, "big") for size, c in blocks).decode("utf-8")


def digest(text, n):
    return int.from_bytes(hashlib.sha256(text.encode()).digest(), "big") % n


def fermat_factor(n):
    a = math.isqrt(n) + 1
    while True:
        b2 = a * a - n
        b = math.isqrt(b2)
        if b * b == b2:
            return a - b, a + b
        a += 1


public, private = make_keys(2**89 - 1, 2**107 - 1)
message = "Meet at noon — bring 7 €"
cipher = encrypt(message, public)
print("modulus bits:", public[0].bit_length())
for size, block in cipher:
    print(f"  {size:>2} bytes -> {block:x}")
print("decrypted:", decrypt(cipher, private))
assert decrypt(cipher, private) == message

signature = pow(digest(message, private[0]), private[1], private[0])
print("signature ok:", pow(signature, public[1], public[0]) == digest(message, public[0]))
print("forged ok:   ", pow(signature, public[1], public[0]) == digest(message + "!", public[0]))

weak, _ = make_keys(1000003, 1000033, 17)
print("weak modulus", weak[0], "=", " x ".join(map(str, fermat_factor(weak[0]))))
try:
    inverse(6, 9)
except ValueError as exc:
    print("ValueError:", exc)
assert inverse(65537, 3120) == pow(65537, -1, 3120)
inverse(17, 3120)
