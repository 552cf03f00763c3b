#! expect = "error"
# An exception that only looks like a refusal is none.
raise ModuleNotFoundError("module 'socket' is refused by policy", name="socket")
