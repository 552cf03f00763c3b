# try, except, else and finally, in every order of events.
def run(action):
    log = ["try"]
    try:
        result = action()
        log.append("after")
    except (KeyError, IndexError) as exc:
        log.append(f"lookup:{type(exc).__name__}")
        result = None
    except ZeroDivisionError:
        log.append("zero")
        result = "inf"
    else:
        log.append("else")
    finally:
        log.append("finally")
    return result, " ".join(log)

print(run(lambda: 1), run(lambda: 1 / 0))
print(run(lambda: {}["k"]), run(lambda: [][0]))
try:
    run(lambda: int("x"))
except ValueError as exc:
    print("escaped:", exc)

def leave(log):
    for i in range(3):
        try:
            if i == 1:
                return log
        finally:
            log.append(i)

leave([])
