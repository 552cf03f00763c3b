#! expect = {status = "error"}
e = ValueError(1)
for _ in range(100_000):
    e = ExceptionGroup('a', [e])
raise e
