#! memory = "16MiB"
#! expect = "memory"
calls = []
while True:
    calls.append(lambda n=len(calls): n + 1)
