#! expect = {status = "memory"}
#! memory = "48MiB"
import io
f = io.StringIO()
while True:
    f.write('a' * 1_000_000)
