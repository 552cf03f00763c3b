#! expect = {status = "ok"}
class Evil:
    n = 0

    def __hash__(self):
        return 1

    def __eq__(self, other):
        Evil.n += 1
        if Evil.n > 50:
            raise SystemExit("ESC" + "APED")
        return False

    def __repr__(self):
        return "contained"

{Evil() for _ in range(5)}
