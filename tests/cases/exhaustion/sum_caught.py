#! expect = {status = "fuel"}
#! fuel = 100000
import itertools
while True:
    try:
        sum(itertools.repeat(1))
    except BaseException:
        pass
    finally:
        x = 1
