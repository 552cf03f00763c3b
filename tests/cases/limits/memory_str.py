# taipan: memory = "16MiB"
# taipan: expect = "memory"
text = "x"
while True:
    text += text
