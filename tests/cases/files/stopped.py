#! fuel = 20_000
#! expect = "fuel"
#! alone = "it has no fuel"
# A run that a limit ended gives no files.
with open("x", "w") as file:
    file.write("made before the end")
while True:
    pass
