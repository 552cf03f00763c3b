#! expect = {status = "ok"}
import collections

class Evil:
    def __eq__(self, other):
        d.clear()
        d.extend(range(1000))
        return False

for use in (lambda: d.remove(5), lambda: d.index(5), lambda: d.count(5), lambda: 5 in d, lambda: d == collections.deque([Evil()] * 50), lambda: d.extend(x for x in d), lambda: d.insert(3, d), lambda: d + d, lambda: d.__imul__(3), lambda: repr(d)):
    d = collections.deque([Evil() for _ in range(50)])
    try:
        use()
    except (ValueError, RuntimeError, IndexError, TypeError):
        pass
print("contained:", len(d) >= 0)
