#! expect = {status = "ok"}
e = ValueError(1)
for _ in range(5_000):
    e = ExceptionGroup('a', [e])
e.split(TypeError)
