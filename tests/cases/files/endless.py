#! memory = "16MiB"
#! expect = "memory"
#! alone = "it would fill the disk"
with open("x", "w") as file:
    while True:
        file.write("x" * 100_000)
