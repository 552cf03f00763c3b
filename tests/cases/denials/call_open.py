#! expect = "denied"
with open("notes.txt", "w") as file:
    file.write("hello")
