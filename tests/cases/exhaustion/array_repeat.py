#! expect = {status = "memory"}
#! memory = "48MiB"
import array
x = array.array('b', b'ab') * 10**12
