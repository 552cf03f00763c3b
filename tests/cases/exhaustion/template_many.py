#! expect = {status = "memory"}
#! memory = "48MiB"
import string
x = string.Template('$a ' * 50_000).substitute(a='a' * 100_000)
