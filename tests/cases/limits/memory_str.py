#! memory = "16MiB"
#! expect = "memory"
text = "x"
while True:
    text += text
