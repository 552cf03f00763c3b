#! expect = {status = "ok"}
class Evil:
    def __init__(self, n):
        self.n = n

    def __hash__(self):
        return self.n % 4

    def __eq__(self, other):
        d.clear()
        d.update({i: i for i in range(100)})
        return False

d = {}
for use in (lambda: d[Evil(8)], lambda: d.__setitem__(Evil(8), 1), lambda: d.pop(Evil(8)), lambda: d.setdefault(Evil(8), 1), lambda: d.get(Evil(8)), lambda: d == {Evil(1): 1}, lambda: d.update({Evil(12): 1}), lambda: d | {Evil(8): 1}, lambda: d.__delitem__(Evil(8)), lambda: dict.fromkeys([Evil(1), Evil(5)]), lambda: {**d, Evil(9): 1}, lambda: {Evil(1), Evil(5)} & {Evil(9)}):
    d = {Evil(i): i for i in range(8)}
    try:
        use()
    except (KeyError, RuntimeError, TypeError):
        pass
print("contained:", len(d) <= 200)
