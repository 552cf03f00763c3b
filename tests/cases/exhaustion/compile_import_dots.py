#! expect = {status = "ok"}
compile('import a' + '.a' * 100_000, 'x', 'exec')
