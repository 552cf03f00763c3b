#! expect = {status = "memory"}
#! memory = "16MiB"
x = str.maketrans('a' * 10**7, 'b' * 10**7, '\u1234' * 10**7)
y = [dict(x) for _ in range(10**9)]
