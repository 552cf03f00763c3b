#! expect = {status = "memory"}
#! memory = "48MiB"
x = ('%(a)s' * 100_000) % {'a': 'a' * 100_000}
