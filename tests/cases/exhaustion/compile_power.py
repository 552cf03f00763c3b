#! expect = {status = "error"}
compile('1' + '**1' * 60_000, 'x', 'eval')
