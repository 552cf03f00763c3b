# taipan: expect = "memory"
# taipan: memory = "48MiB"
s = 'a'
while True:
    s += s
