# A file that is not there, and what to do about it.
def load(name):
    with open(name) as file:
        return file.read()


load("data.csv")
