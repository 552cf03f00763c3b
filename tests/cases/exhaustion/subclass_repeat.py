#! expect = {status = "memory"}
#! memory = "48MiB"
class S(str): pass
S('a') * 10**12
