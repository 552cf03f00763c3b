#! expect = {status = "memory"}
#! memory = "48MiB"
x = ('\u0390' * 60_000_000).upper()
