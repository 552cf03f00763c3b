#! expect = {status = "timeout"}
#! timeout = "300ms"
m = 2**61 - 1
d = {i * m: i for i in range(60_000)}
