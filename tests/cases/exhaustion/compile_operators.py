#! expect = {status = "error"}
compile('1' + '+1' * 100_000, 'x', 'eval')
