# A dict that changes size during iteration.
stock = {"a": 0, "b": 2}
for name in stock:
    if not stock[name]:
        del stock[name]
