# A handler that prints the traceback itself and goes on.
import traceback


def divide(a, b):
    return a / b


for pair in ((4, 2), (1, 0), ("a", 2)):
    try:
        print(divide(*pair))
    except (ZeroDivisionError, TypeError):
        print(traceback.format_exc())
"went on"
