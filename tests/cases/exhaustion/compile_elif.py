#! expect = {status = "ok"}
compile('if 1:pass\n' + 'elif 1:pass\n' * 20_000, 'x', 'exec')
