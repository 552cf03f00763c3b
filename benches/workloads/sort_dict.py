state, values = 12345, []
for _ in range(60_000):
    state = (1103515245 * state + 12345) % 2147483648
    values.append(state)
values.sort(key=lambda v: (v % 100, v))
groups = {}
for v in values:
    groups.setdefault(v % 100, []).append(v)
result = (values[0], len(groups), max(map(len, groups.values())))
