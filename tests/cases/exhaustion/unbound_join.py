#! expect = {status = "memory"}
#! memory = "48MiB"
import itertools
str.join('a', itertools.repeat('b'))
