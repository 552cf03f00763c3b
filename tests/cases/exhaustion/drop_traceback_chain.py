#! expect = {status = "error"}
def f(n):
    if n:
        try:
            f(n - 1)
        except RecursionError as e:
            raise ValueError(n) from e
    raise RecursionError
f(900)
