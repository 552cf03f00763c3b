# taipan: expect = "memory"
# taipan: memory = "48MiB"
import array
x = array.array('b', b'ab')
while True:
    x.extend(x)
