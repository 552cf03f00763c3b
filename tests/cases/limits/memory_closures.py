# taipan: memory = "16MiB"
# taipan: expect = "memory"
calls = []
while True:
    calls.append(lambda n=len(calls): n + 1)
