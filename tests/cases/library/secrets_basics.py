# Shapes of secrets: lengths, alphabets and ranges.
import secrets
import string

print(len(secrets.token_bytes(16)), len(secrets.token_hex(8)), len(secrets.token_urlsafe(12)), len(secrets.token_hex()))
print(all(c in string.hexdigits for c in secrets.token_hex(20)), isinstance(secrets.token_bytes(), bytes))
print(all(0 <= secrets.randbelow(10) < 10 for _ in range(50)), secrets.randbelow(1), 0 <= secrets.randbits(5) < 32, secrets.randbits(0))
print(secrets.choice(["only"]), secrets.choice("aaa"), secrets.compare_digest("a", "a"), secrets.compare_digest(b"a", b"b"))
alphabet = string.ascii_letters + string.digits
password = "".join(secrets.choice(alphabet) for _ in range(20))
print(len(password), set(password) <= set(alphabet), secrets.token_hex(16) != secrets.token_hex(16))
rng = secrets.SystemRandom()
print(1 <= rng.randint(1, 6) <= 6, 0 <= rng.random() < 1, sorted(rng.sample(range(3), 3)))
for call in ("secrets.randbelow(0)", "secrets.choice([])", "secrets.randbits(-1)"):
    try:
        print(eval(call))
    except (ValueError, IndexError) as e:
        print(call, "->", type(e).__name__)
len(secrets.token_urlsafe(32))
