#! expect = {status = "ok"}
class Evil:
    def __index__(self):
        items.clear()
        return 10

    def __iter__(self):
        items.clear()
        return iter([1, 2, 3])

    def __length_hint__(self):
        items.clear()
        return 10**6

for use in (lambda: items[Evil()], lambda: items.__setitem__(Evil(), 1), lambda: items.pop(Evil()), lambda: items.insert(Evil(), 1), lambda: items.__setitem__(slice(Evil(), 40), Evil()), lambda: items.__delitem__(slice(0, Evil())), lambda: items.__delitem__(Evil()), lambda: items * Evil(), lambda: items.__imul__(Evil()), lambda: items.extend(Evil()), lambda: items.__setitem__(slice(0, 50, 7), Evil())):
    items = [object() for _ in range(50)]
    try:
        use()
    except (IndexError, ValueError, TypeError):
        pass
print("contained:", len(items) < 1000)
