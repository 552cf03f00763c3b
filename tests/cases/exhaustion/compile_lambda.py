#! expect = {status = "error"}
compile('lambda:' * 30_000 + '1', 'x', 'eval')
