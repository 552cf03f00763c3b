#! expect = {status = "memory", limit = "source"}
#! memory = "48MiB"
compile('#' * 1_000_000, 'x', 'exec')
