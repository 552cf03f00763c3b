# taipan: expect = "error"
compile('not ' * 50_000 + '1', 'x', 'eval')
