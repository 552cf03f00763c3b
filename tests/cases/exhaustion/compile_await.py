#! expect = {status = "error"}
compile('async def f(): ' + 'await ' * 40_000 + 'x', 'x', 'exec')
