#! fuel = 200000
#! expect = {status = "fuel"}
def gen():
    while True:
        try:
            while True:
                pass
        except BaseException:
            yield "ESCAPED"
        finally:
            yield "ESCAPED"

for value in gen():
    print(value)
