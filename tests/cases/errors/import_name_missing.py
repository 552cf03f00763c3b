#! alone = "the location in the message differs"
# A misspelt name in from ... import.
from math import sqroot
