#! memory = "16MiB"
#! fuel = 1000000000
#! expect = "memory"
n = 1 << 1000
while True:
    n <<= n.bit_length()
