# Reading JSON: hooks, numbers, errors with their positions.
import io
import json
from decimal import Decimal
from types import SimpleNamespace

text = '{"a": [1, 2.50, -3e2, true, false, null], "s": "\\u00e9\\n\\ud83d\\ude00", "a2": {"x": {}}}'
data = json.loads(text)
print(data, [type(v).__name__ for v in data["a"]])
print(json.loads("[1.10, 3]", parse_float=Decimal, parse_int=str))
print(json.loads('{"a": 1, "a": 2}'), json.loads('{"a": 1, "a": 2}', object_pairs_hook=list))
print(json.loads('{"p": {"q": 5}}', object_hook=lambda d: SimpleNamespace(**d)).p.q)
print(json.loads("[NaN, Infinity, -Infinity]"), json.loads(" 12 "), json.loads('"x"'), json.loads(b'{"k": 1}'))
print(json.loads("1" * 30), json.loads("-0"), json.loads("-0.0"), json.loads("1E400"))
print(json.load(io.StringIO('{"file": true}')), json.JSONDecoder().raw_decode('[1] tail'))
print(json.loads('["tab\\tquote\\"slash\\/"]'))
bad = ["", "{", "[1,]", '{"a": 1,}', "{'a': 1}", '{"a" 1}', "[1 2]", "nul", "01", '"\n"', '"\\x"', "[1] 2", '{"a":\n\n x}', "tru"]
for text in bad:
    try:
        print(json.loads(text))
    except json.JSONDecodeError as e:
        print(f"{text!r:<16} {e.msg} | {e.lineno}:{e.colno} pos {e.pos}")
out = io.StringIO()
json.dump({"round": [1, 2]}, out)
json.loads(out.getvalue()) == {"round": [1, 2]}
