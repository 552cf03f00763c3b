# An expression that is no pattern.
x = 3
match x:
    case 1 + 2:
        print("three")
