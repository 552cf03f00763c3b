#! memory = "16MiB"
#! expect = "memory"
#! alone = "a disk may have files with holes"
with open("x", "wb") as file:
    file.seek(1 << 29)
    file.write(b"x")
