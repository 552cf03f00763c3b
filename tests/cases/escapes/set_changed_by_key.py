#! expect = {status = "ok"}
class Evil:
    def __init__(self, n):
        self.n = n

    def __hash__(self):
        return self.n % 4

    def __eq__(self, other):
        s.clear()
        s.update(range(100))
        return False

s = set()
for use in (lambda: s.add(Evil(9)), lambda: s.remove(Evil(9)), lambda: s | {Evil(9)}, lambda: s & {Evil(9)}, lambda: s - {Evil(9)}, lambda: s ^ {Evil(9)}, lambda: s.issubset({Evil(9)}), lambda: s == {Evil(1)}, lambda: s.update([Evil(9)]), lambda: s.symmetric_difference_update({Evil(5)}), lambda: Evil(9) in s, lambda: s.pop()):
    s = {Evil(i) for i in range(8)}
    try:
        use()
    except (KeyError, RuntimeError, TypeError):
        pass
print("contained:", len(s) <= 200)
