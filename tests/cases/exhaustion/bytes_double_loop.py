# taipan: expect = "memory"
# taipan: memory = "48MiB"
b = b'a'
while True:
    b = b + b
