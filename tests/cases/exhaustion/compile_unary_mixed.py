#! expect = {status = "error"}
compile('-~' * 100_000 + '1', 'x', 'eval')
