#! expect = {status = "error"}
class Evil(ValueError):
    @property
    def __notes__(self):
        raise SystemExit("ESC" + "APED")

    @property
    def __suppress_context__(self):
        raise SystemExit("ESC" + "APED")

raise Evil("contained")
