#! expect = {status = "ok"}
import builtins

__builtins__ = {}
vars(builtins).clear()
{"contained": [1.5]}
