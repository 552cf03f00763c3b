#! expect = {status = "error"}
group = ExceptionGroup("contained", [ValueError(1), ExceptionGroup("inner", [KeyError("k")])])

class Evil(ExceptionGroup):
    @property
    def exceptions(self):
        return (1, None, group, self)

    @property
    def message(self):
        raise SystemExit("ESC" + "APED")

raise Evil("contained", [ValueError(2)])
