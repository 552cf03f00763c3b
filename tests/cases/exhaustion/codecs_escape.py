#! expect = {status = "memory"}
#! memory = "48MiB"
import codecs
x = codecs.encode('\u1234' * 40_000_000, 'unicode_escape')
