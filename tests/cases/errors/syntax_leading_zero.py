# A decimal literal with a leading zero.
month = 07
