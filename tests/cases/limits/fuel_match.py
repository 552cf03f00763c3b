#! fuel = 10000
#! expect = "fuel"
state = "start"
while True:
    match state:
        case "start":
            state = "run"
        case "run" | "walk":
            state = "start"
        case _:
            break
