# A pattern after one that matches everything.
x = 1
match x:
    case y:
        print(y)
    case 1:
        print("one")
