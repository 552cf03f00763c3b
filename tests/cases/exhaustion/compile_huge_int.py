#! expect = {status = "error"}
compile('1' * 200_000, 'x', 'eval')
