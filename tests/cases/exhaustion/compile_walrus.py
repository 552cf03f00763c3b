#! expect = {status = "error"}
compile('(' + 'a:=(' * 50_000 + '1' + ')' * 50_001, 'x', 'eval')
