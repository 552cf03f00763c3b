#! expect = {status = "memory"}
#! memory = "48MiB"
xs = [int.from_bytes(b'\xff' * 100_000_000, 'big') for _ in range(10)]
