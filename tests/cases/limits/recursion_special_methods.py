# Recursion through native code meets the same bound.
class Loop:
    def __getattr__(self, name):
        return getattr(self, name + "x")

    def __eq__(self, other):
        return self == other

    def __repr__(self):
        return repr(self)

    def __len__(self):
        return len(self)

    def __call__(self):
        return self()

    def __iter__(self):
        return iter(self)

    def __hash__(self):
        return hash(self)

    def __add__(self, other):
        return self + other


loop = Loop()
for attempt in (
    lambda: loop.missing,
    lambda: loop == 1,
    lambda: repr(loop),
    lambda: len(loop),
    lambda: loop(),
    lambda: list(loop),
    lambda: {loop: 1},
    lambda: loop + 1,
):
    try:
        attempt()
    except RecursionError as error:
        print(type(error).__name__)
