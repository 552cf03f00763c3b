#! expect = {status = "error"}
compile('1 if 1 else ' * 20_000 + '1', 'x', 'eval')
