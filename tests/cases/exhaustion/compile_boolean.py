# taipan: expect = "ok"
compile('1' + ' and 1' * 40_000, 'x', 'eval')
