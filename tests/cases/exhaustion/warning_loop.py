# taipan: expect = "fuel"
# taipan: fuel = 100000
import warnings
while True:
    warnings.warn('a' + str(id(object())))
