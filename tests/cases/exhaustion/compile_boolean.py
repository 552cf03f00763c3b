#! expect = {status = "ok"}
compile('1' + ' and 1' * 40_000, 'x', 'eval')
