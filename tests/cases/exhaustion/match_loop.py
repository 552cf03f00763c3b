#! expect = {status = "fuel"}
#! fuel = 100000
x = [1, 2, 3]
while True:
    match x:
        case [a, *b]:
            pass
