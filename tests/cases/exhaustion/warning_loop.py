#! expect = {status = "fuel"}
#! fuel = 100000
import warnings
while True:
    warnings.warn('a' + str(id(object())))
