#! expect = {status = "ok"}
compile('@a\n' * 60_000 + 'def f(): pass', 'x', 'exec')
