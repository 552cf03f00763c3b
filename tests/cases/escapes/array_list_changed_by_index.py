#! expect = {status = "ok"}
from array import array

class Evil:
    def __index__(self):
        items.clear()
        del data[:]
        return 3

data = array("i", [9, 9])
items = [1, Evil(), 2]
data.fromlist(items)
print("contained:", data, items)
for wrong in ((1, 2), "12", [1, "2"], [2**40]):
    try:
        data.fromlist(wrong)
    except (TypeError, OverflowError) as error:
        print("contained:", type(error).__name__, data)
