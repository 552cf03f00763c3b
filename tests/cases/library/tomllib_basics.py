# Reading TOML.
import io
import tomllib

TEXT = '''
title = "Example"  # comment
count = 1_000
hex = 0xFF
oct = 0o17
bin = 0b101
ratio = -6.25e-2
special = [inf, -inf, nan]
yes = true
raw = 'C:\\path\\n'
multi = """
first \\
    joined
"quoted" """
lines = \'\'\'
as is \\n\'\'\'
when = 2024-05-27T07:32:00Z
local = 2024-05-27T07:32:00.5
day = 2024-05-27
clock = 07:32:00
"quoted key" = "\\u00e9\\t"
a.b.c = 1
point = { x = 1, y.z = 2 }
mixed = [
  1,
  [2, "three"],  # trailing comma is fine
]

[server]
host = "localhost"
[server.ports]
http = 80
[[fruit]]
name = "apple"
[[fruit]]
name = "pear"
  [[fruit.kind]]
  id = 1
'''
for key, value in tomllib.loads(TEXT).items():
    print(f"{key}: {value!r}")
print(tomllib.load(io.BytesIO(b"k = 1")), tomllib.loads(""), tomllib.loads("x = 1.5", parse_float=str))
for bad in ("a = ", "a = 1\na = 2", "[t]\n[t]", "a = 'open", "= 1", "a = 01", "a = [1", "a = 2024-13-01", "a b = 1", 'a = "\\q"', "a = tru"):
    try:
        print(tomllib.loads(bad))
    except tomllib.TOMLDecodeError as e:
        print(f"{bad!r:<18} {e}")
tomllib.loads("[a.b]\nc = [1, 2]")
