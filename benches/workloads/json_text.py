import json

rows = [{'id': i, 'name': f'item {i}', 'price': i * 1.25, 'tags': ['a', 'b']} for i in range(2_000)]
result = 0
for _ in range(5):
    result += len(json.loads(json.dumps(rows)))
