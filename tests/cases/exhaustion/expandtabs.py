#! expect = {status = "memory"}
#! memory = "48MiB"
x = ('\t' * 10**5).expandtabs(10**9)
