#! expect = {status = "exit"}
class Evil:
    def __str__(self):
        raise SystemExit("ESC" + "APED")

raise SystemExit(Evil())
