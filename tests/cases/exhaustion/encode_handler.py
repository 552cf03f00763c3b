# taipan: expect = "memory"
# taipan: memory = "48MiB"
x = ('\udc00' * 50_000_000).encode('ascii', 'backslashreplace')
