#! expect = {status = "ok"}
compile('a\n' * 120_000, 'x', 'exec')
