#! expect = {status = "error"}
compile('a' + '[0]' * 80_000, 'x', 'eval')
