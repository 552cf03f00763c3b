#! expect = {status = "error"}
compile('a' + '()' * 100_000, 'x', 'eval')
