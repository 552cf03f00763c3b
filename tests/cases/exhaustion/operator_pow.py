# taipan: expect = "fuel"
# taipan: fuel = 100000
import operator
operator.pow(3, 10**9)
