# Writing JSON: options, escapes, special values, custom encoders.
import json
from datetime import date
from decimal import Decimal

data = {"name": "Zoë", "n": [1, 2.5, -0.0, 1e100, 10**20], "ok": True, "none": None, "nested": {"b": 1, "a": []}}
print(json.dumps(data))
print(json.dumps(data, ensure_ascii=False, sort_keys=True, separators=(",", ":")))
print(json.dumps(data, indent=2))
print(json.dumps([1, {"a": (2, 3)}, {}], indent="\t").replace("\t", ">"))
print(json.dumps("quote \" slash \\ tab \t nul \0 del \x7f emoji \U0001f600 </script>"))
print(json.dumps({1: "int", 1.5: "float", False: "bool", None: "none"}), json.dumps([float("inf"), float("nan")]))
print(json.dumps(0.1 + 0.2), json.dumps(1e16), json.dumps(123456789012345678), json.dumps(""), json.dumps(()))


class Money(json.JSONEncoder):
    def default(self, o):
        if isinstance(o, Decimal):
            return str(o)
        return super().default(o)


print(json.dumps({"price": Decimal("9.90")}, cls=Money))
print(json.dumps({"day": date(2024, 1, 2), "tags": {3}}, default=lambda o: sorted(o) if isinstance(o, set) else str(o)))
print(json.dumps({(1, 2): 3, "k": 4}, skipkeys=True), "".join(json.JSONEncoder().iterencode([1, [2]])))
loop = []
loop.append(loop)
for bad in ({1, 2}, b"x", float("nan"), {(1,): 2}, loop, object):
    try:
        print(json.dumps(bad, allow_nan=False))
    except (TypeError, ValueError) as e:
        print(type(e).__name__, str(e)[:60])
json.dumps({"z": [1, {"y": None}]}, indent=1)
