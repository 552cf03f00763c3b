#! expect = {status = "error"}
compile('not ' * 50_000 + '1', 'x', 'eval')
