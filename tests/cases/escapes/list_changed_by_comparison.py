#! expect = {status = "ok"}
class Evil:
    def __eq__(self, other):
        items.clear()
        return False

    __hash__ = object.__hash__

for use in (lambda: items.remove(5), lambda: items.index(5), lambda: items.count(5), lambda: 5 in items, lambda: items == [Evil()] * 50, lambda: items < [1] * 50, lambda: min(items, default=0, key=lambda x: items.clear()), lambda: items.extend(x for x in items if not items.clear())):
    items = [Evil() for _ in range(50)]
    try:
        use()
    except (ValueError, TypeError):
        pass
print("contained:", len(items))
