#! expect = {status = "error"}
compile('match x:\n case ' + '[' * 50_000 + ']' * 50_000 + ':\n  pass', 'x', 'exec')
