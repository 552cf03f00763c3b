#! expect = {status = "ok"}
x = range(10**30)[::10**10]
x = len(range(10**18)[::7])
