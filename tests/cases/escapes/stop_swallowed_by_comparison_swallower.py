#! fuel = 200000
#! expect = {status = "fuel"}
class Evil:
    def __eq__(self, other):
        while True:
            pass

    def __hash__(self):
        return 1

    def __getattr__(self, name):
        while True:
            pass

for attempt in (lambda: hasattr(Evil(), "x"), lambda: {Evil(): 1}.get(Evil()), lambda: getattr(Evil(), "x", 1), lambda: Evil() in [Evil()]):
    try:
        attempt()
    except BaseException:
        pass
    print("ESCAPED")
