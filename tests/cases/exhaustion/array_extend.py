#! expect = {status = "memory"}
#! memory = "48MiB"
import array
x = array.array('b', b'ab')
while True:
    x.extend(x)
