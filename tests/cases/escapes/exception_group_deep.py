#! expect = {status = "error"}
error = ValueError("contained")
for i in range(5000):
    error = ExceptionGroup(str(i), [error])
raise error
