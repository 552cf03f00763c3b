# taipan: fuel = 20_000
# taipan: expect = "fuel"
# taipan: cpython = "it has no fuel"
# A run that a limit ended gives no files.
with open("x", "w") as file:
    file.write("made before the end")
while True:
    pass
