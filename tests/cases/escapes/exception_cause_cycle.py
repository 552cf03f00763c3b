#! expect = {status = "error"}
first, second = ValueError("first"), KeyError("second")
first.__cause__ = second
second.__cause__ = first
first.__context__ = second
raise first
