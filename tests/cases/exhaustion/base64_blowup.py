#! expect = {status = "memory"}
#! memory = "48MiB"
import base64
x = b'a' * 100_000_000
y = [base64.b64encode(x) for _ in range(5)]
