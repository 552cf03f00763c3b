#! expect = {status = "error"}
error = None
for i in range(20000):
    next_ = ValueError(i)
    next_.__cause__ = error
    error = next_
raise error
