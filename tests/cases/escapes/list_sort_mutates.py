#! expect = {status = "ok"}
class Evil:
    def __lt__(self, other):
        items.clear()
        items.extend([1] * 1000)
        return True

for use in (lambda: items.sort(), lambda: items.sort(key=lambda x: items.append(x) or 1), lambda: sorted(items), lambda: items.sort(reverse=True)):
    items = [Evil() for _ in range(50)]
    try:
        use()
    except (ValueError, TypeError) as error:
        print("contained:", error)
