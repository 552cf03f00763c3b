#! expect = {status = "error"}
compile('(' * 100_000, 'x', 'exec')
