#! expect = {status = "ok"}
import collections

class Evil:
    def __init__(self, n):
        self.n = n

    def __hash__(self):
        return 1

    def __eq__(self, other):
        dict.clear(d)
        return self.n == getattr(other, "n", None)

d = collections.OrderedDict()
for use in (lambda: d.move_to_end(Evil(3)), lambda: d.popitem(), lambda: d.pop(Evil(3)), lambda: list(d), lambda: list(reversed(d)), lambda: d.copy(), lambda: d == d, lambda: repr(d), lambda: dict.__delitem__(d, Evil(1)), lambda: dict.update(d, {1: 1})):
    d = collections.OrderedDict((Evil(i), i) for i in range(5))
    try:
        use()
        list(d.items())
    except (KeyError, RuntimeError, TypeError):
        pass
print("contained")
