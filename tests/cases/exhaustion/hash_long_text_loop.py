#! expect = {status = "timeout"}
#! timeout = "300ms"
i = 0
s = 'a' * 10_000_000
while True:
    hash(s + str(i))
    i += 1
