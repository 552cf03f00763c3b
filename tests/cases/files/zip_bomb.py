#! memory = "16MiB"
#! expect = "memory"
#! alone = "it would fill the disk"
import zipfile

zeros = bytes(1 << 20)
with zipfile.ZipFile("bomb.zip", "w", zipfile.ZIP_DEFLATED) as archive:
    with archive.open("zeros", "w") as file:
        for _ in range(64):
            file.write(zeros)
zipfile.ZipFile("bomb.zip").extractall()
