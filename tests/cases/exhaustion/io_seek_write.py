# taipan: expect = "memory"
# taipan: memory = "48MiB"
import io
f = io.BytesIO()
f.seek(10**12)
f.write(b'a')
