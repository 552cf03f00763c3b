#! expect = {status = "memory"}
#! memory = "48MiB"
x = [bytes.fromhex('61' * 50_000_000) for _ in range(10)]
