# taipan: expect = "memory"
# taipan: memory = "48MiB"
import io
f = io.StringIO()
while True:
    f.write('a' * 1_000_000)
