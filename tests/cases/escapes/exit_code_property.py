#! expect = {status = "exit"}
class Exit(SystemExit):
    @property
    def code(self):
        raise ValueError("ESC" + "APED")

raise Exit(3)
