#! expect = {status = "error"}
compile('f(' + '*' * 100_000 + 'x)', 'x', 'eval')
