#! expect = {status = "ok"}
compile('a=' * 100_000 + '1', 'x', 'exec')
