#! expect = {status = "ok"}
compile(''.join(' ' * i + 'if 1:\n' for i in range(600)) + ' ' * 600 + 'pass', 'x', 'exec')
