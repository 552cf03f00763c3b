#! expect = {status = "memory"}
#! memory = "48MiB"
import operator
operator.mul('a', 10**12)
