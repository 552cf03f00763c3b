# Loads orders from JSON, validates them, computes totals and collects the errors.
import json

DOCUMENT = """
{
  "currency": "EUR",
  "orders": [
    {"id": "A-1", "customer": {"name": "Zo\\u00eb", "vip": true},
     "lines": [{"sku": "X1", "qty": 2, "price": 10.5}, {"sku": "Y9", "qty": 1, "price": 99}]},
    {"id": "A-2", "customer": {"name": "Bob", "vip": false}, "lines": []},
    {"id": "A-3", "customer": null, "lines": [{"sku": "X1", "qty": -1, "price": 10.5}]},
    {"id": "A-4", "customer": {"name": "Cy", "vip": false},
     "lines": [{"sku": "Z0", "qty": 3, "price": 0.1}]}
  ]
}
"""


def validate(order):
    if order["customer"] is None:
        yield "no customer"
    if not order["lines"]:
        yield "no lines"
    for number, line in enumerate(order["lines"], 1):
        if line["qty"] <= 0:
            yield f"line {number}: quantity {line['qty']}"


data = json.loads(DOCUMENT)
accepted, rejected = [], {}
for order in data["orders"]:
    errors = list(validate(order))
    if errors:
        rejected[order["id"]] = errors
        continue
    total = sum(line["qty"] * line["price"] for line in order["lines"])
    if order["customer"]["vip"]:
        total *= 0.9
    accepted.append({"id": order["id"], "customer": order["customer"]["name"], "total": round(total, 2)})

print(json.dumps(accepted, indent=2, ensure_ascii=False))
print(json.dumps(rejected, sort_keys=True))
for bad in ('{"a": 1 "b": 2}', "[1, 2", '{"a" 1}', "nul"):
    try:
        json.loads(bad)
    except json.JSONDecodeError as exc:
        print(f"{bad!r}: line {exc.lineno} column {exc.colno}")

sum(order["total"] for order in accepted)
