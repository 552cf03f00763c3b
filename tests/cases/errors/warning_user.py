# A warning of the code goes to stderr once.
import warnings


def old():
    warnings.warn("use new() instead", UserWarning, stacklevel=2)


for _ in range(2):
    old()
print("done")
