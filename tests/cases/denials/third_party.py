#! expect = "denied"
# A package that programs expect to be installed says that it is not, and what to use instead.
import numpy as np

print(np.array([1, 2, 3]).mean())
