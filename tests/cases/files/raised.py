# A run that raised gives its files.
with open("x.txt", "w") as file:
    file.write("made before the error")
1 / 0
