# A group with its parts and their tracebacks.
def check(value):
    if value < 0:
        raise ValueError(f"{value} is negative")


errors = []
for value in (1, -2, -3):
    try:
        check(value)
    except ValueError as e:
        errors.append(e)
raise ExceptionGroup("checks failed", errors)
