# taipan: memory = "16MiB"
# taipan: expect = "memory"
# taipan: cpython = "it would fill the disk"
with open("x", "w") as file:
    while True:
        file.write("x" * 100_000)
