#! expect = "denied"
def lines():
    yield "first"
    import ftplib

    yield "second"


for line in lines():
    print(line)
