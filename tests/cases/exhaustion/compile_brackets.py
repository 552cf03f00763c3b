# taipan: expect = "error"
compile('[' * 100_000 + ']' * 100_000, 'x', 'exec')
