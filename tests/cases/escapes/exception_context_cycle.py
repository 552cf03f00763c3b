#! expect = {status = "error"}
errors = [ValueError(i) for i in range(5)]
for i in range(5):
    errors[i].__context__ = errors[(i + 1) % 5]
raise errors[0]
